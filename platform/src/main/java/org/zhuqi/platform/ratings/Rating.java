package org.zhuqi.platform.ratings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rating, fixed once given.
 *
 * @param grade 5 (best) to 1
 * @param answer of the institution; null before
 * @param followUpDue last day for the centre's follow-up; null for a rating that needs none
 * @param followUp what it found; null before
 */
public record Rating(
    UUID id,
    UUID contract,
    String contractNumber,
    String title,
    UUID client,
    String clientName,
    UUID provider,
    String providerName,
    int grade,
    @Nullable String comment,
    LocalDate ratedOn,
    Instant ratedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable LocalDate followUpDue,
    @Nullable String followUp,
    @Nullable Instant followedUpAt) {

  /** Waits for the centre. */
  public boolean isFollowUpOpen() {
    return followUpDue != null && followUp == null;
  }

  /** The enterprise as the public sees it. */
  public String clientMasked() {
    int shown = Math.min(4, Math.max(1, clientName.length() / 3));
    return clientName.substring(0, shown) + "***";
  }

  /** The comment as the public sees it: numbers of phones, identity cards and accounts, and addresses of mail, left out. */
  public @Nullable String commentMasked() {
    return comment == null ? null : PublicText.of(comment);
  }

  public @Nullable String answerMasked() {
    return answer == null ? null : PublicText.of(answer);
  }
}
