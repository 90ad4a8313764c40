package org.zhuqi.platform.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;

/**
 * An application for redemption as it stands: one per contract and funder.
 *
 * @param provider the institution that asks; {@code client} the enterprise whose vouchers paid
 * @param price of the contract
 * @param ownPart what the enterprise paid itself, over all funders
 * @param amount what this funder is asked for
 * @param lastDay of the window that the batches' guides leave; of several the earliest
 * @param decision the stored answer of the measure to the last check
 * @param stop why nothing may go on, or null
 */
public record Redemption(
    UUID id,
    String number,
    UUID contract,
    String contractNumber,
    String title,
    String category,
    String funder,
    String measure,
    String version,
    UUID provider,
    String providerName,
    UUID client,
    String clientName,
    Money price,
    Money ownPart,
    Money amount,
    LocalDate completedOn,
    LocalDate lastDay,
    @Nullable UUID caseId,
    RedemptionState state,
    boolean declared,
    @Nullable UUID decision,
    @Nullable UUID notice,
    Instant openedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant clearedAt,
    @Nullable Instant paidAt,
    @Nullable Stop stop) {

  /**
   * A halt: by which provision and why.
   *
   * @param reviewer role whose office reviews it, as packs name roles
   * @param dueOn last working day for the review, or null where no measure sets a time
   */
  public record Stop(String provision, String reason, Instant at, String reviewer, @Nullable LocalDate dueOn) {}

  /** A locked part of a voucher that it asks for. */
  public record Part(UUID hold, UUID voucher, String number, UUID line, Money amount, LocalDate lastDay) {}

  /**
   * An invoice handed in.
   *
   * @param cancelledBy number of the red-letter invoice that took it back, or null
   */
  public record UsedInvoice(UUID id, UUID document, Invoice invoice, String fingerprint, @Nullable String cancelledBy) {}

  /** A transfer by which the enterprise paid its own part. */
  public record Receipt(UUID id, UUID document, Money amount, LocalDate paidOn, String bankReference) {}

  /**
   * A third party's review.
   *
   * @param verified the invoices were looked up at the tax authority and found there
   * @param answers by code of the question
   */
  public record Review(
      UUID reviewer, String reviewerName, boolean verified, java.util.Map<String, String> answers, String opinion, Instant at) {}

  /**
   * With everything handed in.
   *
   * @param questions that a third party answers about it
   */
  public record Full(
      Redemption redemption, List<Part> parts, List<UsedInvoice> invoices, List<Receipt> receipts, List<Review> reviews,
      List<Menu.Item> questions) {}

  public boolean isStopped() {
    return stop != null;
  }
}
