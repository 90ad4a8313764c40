package org.zhuqi.platform.vouchers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * A batch as it stands.
 *
 * @param measure code of its measure; {@code version} is kept for all its cases
 * @param holders how many parties hold a voucher of it
 * @param pots empty until it is released
 * @param closedEarly why it was closed before its minute, or null
 * @param draw for a batch whose order is drawn: the commitment, and the seed once it is over; else null
 */
public record Batch(
    UUID id,
    String number,
    UUID line,
    String measure,
    String version,
    String funder,
    int year,
    Text title,
    Money amount,
    Guide guide,
    Instant opensAt,
    Instant closesAt,
    BatchState state,
    int holders,
    List<Pot> pots,
    @Nullable UUID planDocument,
    @Nullable UUID guideDocument,
    @Nullable String closedEarly,
    @Nullable Draw draw) {

  /** Money set apart for one category of service, or for all ({@code category} empty). */
  public record Pot(String category, UUID account, Money amount, Money left) {}

  /**
   * Order by draw: the seed is fixed and its SHA-256 shown before the batch opens, and shown itself after it has closed.
   *
   * @param drawnAt null until then
   */
  public record Draw(String commitment, @Nullable String seed, @Nullable Instant drawnAt) {}

  /** What can still be issued. */
  public Money left() {
    return pots.stream().map(Pot::left).reduce(Money.ZERO, Money::plus);
  }

  /** What was allotted and is no longer there: issued, or returned after the end. */
  public Money gone() {
    return pots.isEmpty() ? Money.ZERO : amount.minus(left());
  }

  boolean isDrawn() {
    return guide.claimOrder() == Guide.ClaimOrder.DRAW;
  }
}
