package org.zhuqi.platform.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/**
 * A contract between an enterprise (client) and an institution (provider).
 *
 * @param itemVersion the version of the item on which it was made; kept whatever becomes of the item
 * @param measure code and {@code measureVersion} version of the measure under which it was drafted
 * @param category code of the service category
 * @param office whose officials see it and who handles it
 * @param turn the side whose answer is awaited; null when nobody's
 * @param signedHash SHA-256 of the signed and sealed contract that both sides agreed to; null before
 * @param signedOn the day on which both had agreed: the date of the contract
 * @param filingNumber number under which it is filed; null before
 * @param deliveredOn day of the last delivery; null before
 * @param completedOn day on which the client confirmed; null before
 * @param revision counts every change, for noticing that two people act at once
 */
public record Contract(
    UUID id,
    String number,
    ContractState state,
    UUID item,
    int itemVersion,
    String measure,
    String measureVersion,
    String category,
    Office office,
    UUID client,
    String clientName,
    UUID provider,
    String providerName,
    String title,
    long priceFen,
    long voucherFen,
    LocalDate from,
    LocalDate until,
    @Nullable String terms,
    @Nullable String otherFunding,
    @Nullable String priceReason,
    @Nullable Side turn,
    @Nullable UUID signedDocument,
    @Nullable String signedHash,
    @Nullable LocalDate signedOn,
    @Nullable String filingNumber,
    @Nullable Instant offeredAt,
    @Nullable Instant answeredAt,
    @Nullable LocalDate deliveredOn,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate endedOn,
    @Nullable Side endProposedBy,
    int revision,
    Instant createdAt) {

  /**
   * Whose officials it concerns, by the measure's routing of the client's places.
   *
   * @param funders of the client's places, and of the vouchers that pay; empty: of no funder in particular
   * @param handler code of the agency that handles the client's cases; null where the measure names none
   */
  public record Office(Set<String> funders, @Nullable String handler) {
    public Office {
      funders = Set.copyOf(funders);
    }
  }

  /** Whether the official's area covers it; what is of no funder in particular is for every office. */
  public boolean concerns(Actor official) {
    return official.role().seesAll() || office.funders().isEmpty() || office.funders().stream().anyMatch(official::covers);
  }

  /** Whether this official decides on it; another office, such as one that assists, only sees it. */
  public boolean isHandledBy(Actor official) {
    String handler = office.handler();
    if (!concerns(official)) return false;
    return handler == null ? official.is(Role.CENTRE) : official.is(Role.CENTRE, Role.BUREAU) && handler.equals(official.agency());
  }

  public Money price() {
    return new Money(priceFen);
  }

  public Money voucher() {
    return new Money(voucherFen);
  }

  /** Days past the agreed period: until today while running, until delivery afterwards; 0 when in time. */
  public long daysOverdue(LocalDate today) {
    LocalDate end = deliveredOn != null ? deliveredOn : state.isRunning() ? today : until;
    return Math.max(0, end.toEpochDay() - until.toEpochDay());
  }
}
