package org.zhuqi.platform.vouchers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditEntry;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Balance;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/**
 * What is unspent after a voucher's last day goes back to the budget line. Filing looks at the last day itself, so a voucher
 * is dead before this has run.
 */
@Component
class VoucherLapse implements DueWork {
  private static final int AT_ONCE = 500;
  /** Days ahead at which the holder is told. */
  private static final List<Integer> REMINDERS = List.of(30, 7);

  private final VoucherStore store;
  private final BatchStore batches;
  private final Ledger ledger;
  private final Measures measures;
  private final AuditTrail audit;
  private final Notifications notifications;

  VoucherLapse(
      VoucherStore store,
      BatchStore batches,
      Ledger ledger,
      Measures measures,
      AuditTrail audit,
      Notifications notifications) {
    this.store = store;
    this.batches = batches;
    this.ledger = ledger;
    this.measures = measures;
    this.audit = audit;
    this.notifications = notifications;
  }

  @Override
  public void run(LocalDate today) {
    for (List<Voucher> some = store.toLapse(today, AT_ONCE); !some.isEmpty(); some = store.toLapse(today, AT_ONCE)) {
      lapse(some);
    }
    for (int days : REMINDERS) store.endingOn(today.plusDays(days)).forEach(v -> remind(v, days));
  }

  /** Takes back what these vouchers still have free. */
  void lapse(List<Voucher> vouchers) {
    Map<UUID, Balance> balances = ledger.locked(vouchers.stream().map(Voucher::id).toList());
    Function<Voucher, Money> free = v -> Objects.requireNonNull(balances.get(v.id())).free();
    List<Voucher> left = vouchers.stream().filter(v -> free.apply(v).isPositive()).toList();
    Map<UUID, UUID> unissued = new HashMap<>();
    left.forEach(v -> unissued.computeIfAbsent(v.line(), l -> ledger.account(AccountKind.UNISSUED, l, null)));
    ledger.post(
        left.stream()
            .map(
                v ->
                    Transfer.post(
                        v.line(), v.id(), Objects.requireNonNull(unissued.get(v.line())), free.apply(v), Movement.LAPSE, "voucher",
                        v.id(), Actor.SYSTEM))
            .toList());
    audit.recordAll(
        left.stream()
            .map(
                v ->
                    new AuditEntry(
                        Actor.SYSTEM, "voucher.lapsed", "voucher", v.id(), provision(v), "有效期至 " + v.lastDay(),
                        Map.of("amountFen", free.apply(v).fen())))
            .toList());
    left.forEach(
        v ->
            notifications.tell(
                new Recipients.Party(v.holder()),
                new Text("助企券 " + v.number() + " 已失效", "Voucher " + v.number() + " has lapsed"),
                new Text(
                    "有效期至 %s，未使用的 %s 已退回预算。".formatted(v.lastDay(), free.apply(v)),
                    "It was valid until %s; the unspent %s went back to the budget."
                        .formatted(v.lastDay(), free.apply(v).format(true))),
                "/vouchers/" + v.id(),
                provision(v)));
  }

  private void remind(Voucher v, int days) {
    notifications.tell(
        new Recipients.Party(v.holder()),
        new Text("助企券 " + v.number() + " 还有 " + days + " 天失效", "Voucher " + v.number() + " lapses in " + days + " days"),
        new Text(
            "有效期至 %s，尚有 %s 未使用。请在此之前备案服务合同。".formatted(v.lastDay(), v.free()),
            "It is valid until %s; %s is unspent. File a service contract before.".formatted(v.lastDay(), v.free().format(true))),
        "/vouchers/" + v.id(),
        null);
  }

  private String provision(Voucher v) {
    Batch batch = batches.get(v.batch());
    return measures.version(batch.measure(), batch.version()).orElseThrow().one(Life.class, "measure.life").id();
  }
}
