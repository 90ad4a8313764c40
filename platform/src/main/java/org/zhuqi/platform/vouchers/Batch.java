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
 * @param issued what was issued so far
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
    Money issued,
    List<Pot> pots,
    @Nullable UUID planDocument,
    @Nullable UUID guideDocument) {

  /** Money set apart for one category of service, or for all ({@code category} empty). */
  public record Pot(String category, UUID account, Money amount, Money left) {}

  /** What can still be issued. */
  public Money left() {
    return pots.stream().map(Pot::left).reduce(Money.ZERO, Money::plus);
  }
}
