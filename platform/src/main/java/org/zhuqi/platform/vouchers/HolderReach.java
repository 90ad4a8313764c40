package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Share;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.VoucherReach;
import org.zhuqi.platform.contracts.Warning;

/** What filing will ask of the vouchers' amounts, told when a contract is drafted: their balance, the share, the cap. */
@Component
@Transactional(readOnly = true)
class HolderReach implements VoucherReach {
  private final Vouchers vouchers;
  private final BatchStore batches;
  private final Measures measures;

  HolderReach(Vouchers vouchers, BatchStore batches, Measures measures) {
    this.vouchers = vouchers;
    this.batches = batches;
    this.measures = measures;
  }

  private Map<UUID, Batch> batches(List<Voucher> usable) {
    return batches.of(usable.stream().map(Voucher::batch).distinct().toList()).stream().collect(Collectors.toMap(Batch::id, b -> b));
  }

  @Override
  public List<Text> usable(UUID client) {
    List<Voucher> usable = vouchers.usable(client);
    Map<UUID, Batch> of = batches(usable);
    return usable.stream()
        .map(
            v -> {
              Batch b = java.util.Objects.requireNonNull(of.get(v.batch()));
              Money cap = b.guide().capPerContract();
              return new Text(
                  "券 %s：可用 %s，至 %s；最多付合同价款的 %d%%%s。"
                      .formatted(v.number(), v.free(), v.lastDay(), b.guide().sharePercent(), cap == null ? "" : "，每份合同不超过 " + cap),
                  "Voucher %s: %s free until %s; pays at most %d %% of the price%s."
                      .formatted(
                          v.number(), v.free().format(true), v.lastDay(), b.guide().sharePercent(),
                          cap == null ? "" : ", and no more than " + cap.format(true) + " per contract"));
            })
        .toList();
  }

  @Override
  public Optional<Warning> beyond(Contract c) {
    if (c.filingNumber() != null || c.voucherFen() == 0) return Optional.empty();
    List<Voucher> usable = vouchers.usable(c.client());
    Money free = usable.stream().map(Voucher::free).reduce(Money.ZERO, Money::plus);
    Share share = measures.version(c.measure(), c.measureVersion()).orElseThrow().one(Share.class, FilingChecks.SHARE);
    Money most =
        batches(usable).values().stream().map(b -> most(b, share, c.price()).min(free)).max(Money::compareTo).orElse(Money.ZERO);
    return c.voucher().isMoreThan(most) ? Optional.of(warning(c, most, share)) : Optional.empty();
  }

  /** By the batch whose guide allows most: what a filing really may take depends on which vouchers are chosen then. */
  private static Money most(Batch b, Share share, Money price) {
    Money byShare = share.most(price, b.guide().sharePercent());
    Money cap = b.guide().capPerContract();
    return cap == null ? byShare : byShare.min(cap);
  }

  private static Warning warning(Contract c, Money most, Share share) {
    return new Warning(
        "vouchers_do_not_reach",
        share.id(),
        new Text(
            "约定用券 " + c.voucher() + "，按企业现有的券最多可用 " + most + "，备案时会被拒绝。请在签字盖章前修改用券金额，或先领券。",
            "The contract asks " + c.voucher().format(true) + " of vouchers; with those that the enterprise has, at most "
                + most.format(true) + " can be used, and filing would be refused. Change the amount before you sign, or claim first."));
  }
}
