package org.zhuqi.platform.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/**
 * Money from one account of a budget line to another.
 *
 * @param id unique: posting the same transfer again has no further effect
 * @param line the budget line that both accounts belong to
 * @param debit the account that gives
 * @param credit the account that takes
 * @param amount more than zero
 * @param hold for CAPTURE and RELEASE the id of the HOLD transfer; otherwise null
 * @param movement why, as the measure's menu names it
 * @param subjectKind what it is about, such as {@code voucher}, {@code filing}, {@code redemption}
 * @param subject its id, so that a total leads to its cause
 * @param by who caused it
 */
public record Transfer(
    UUID id,
    UUID line,
    UUID debit,
    UUID credit,
    Money amount,
    Phase phase,
    @Nullable UUID hold,
    Movement movement,
    String subjectKind,
    UUID subject,
    Actor by) {

  public Transfer {
    if (!amount.isPositive()) throw new IllegalArgumentException("a transfer moves more than nothing: " + amount);
    if (debit.equals(credit)) throw new IllegalArgumentException("a transfer has two sides");
    if ((hold != null) != (phase == Phase.CAPTURE || phase == Phase.RELEASE)) {
      throw new IllegalArgumentException(phase + " with hold " + hold);
    }
  }

  /** A transfer in one step. */
  public static Transfer post(
      UUID line, UUID debit, UUID credit, Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    return new Transfer(
        Ids.next(), line, debit, credit, amount, Phase.POST, null, movement, subjectKind, subject, by);
  }

  /** The first step of two: the amount stays where it is but can no longer be used otherwise. Its id is the hold's. */
  public static Transfer hold(
      UUID line, UUID debit, UUID credit, Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    return new Transfer(
        Ids.next(), line, debit, credit, amount, Phase.HOLD, null, movement, subjectKind, subject, by);
  }
}
