package org.zhuqi.platform.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Role;

/**
 * A complaint about an institution's service.
 *
 * @param provision cited: the list of grounds, or a principle
 * @param ground code of the ground in that list; null where a principle is cited
 * @param cited the ground or the principle, in words
 * @param receivers roles that answer it, by the measure on the day it was filed
 * @param hearUntil last day for the institution's statement
 * @param dueOn last day for the answer, or null where the measure sets no time
 * @param founded whether it was found right; null while it is open
 */
public record ServiceComplaint(
    UUID id,
    String number,
    String measure,
    UUID party,
    String partyName,
    UUID institution,
    String institutionName,
    String provision,
    @Nullable String ground,
    Text cited,
    String words,
    Instant filedAt,
    Set<Role> receivers,
    LocalDate hearUntil,
    @Nullable LocalDate dueOn,
    @Nullable String statement,
    @Nullable Instant statedAt,
    @Nullable Boolean founded,
    @Nullable String answer,
    @Nullable String answeredName,
    @Nullable Instant answeredAt) {

  public boolean isOpen() {
    return answer == null;
  }

  /** The institution has had its say, or has let the term pass. */
  public boolean isHeard(LocalDate on) {
    return statement != null || on.isAfter(hearUntil);
  }
}
