package org.zhuqi.platform.redemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;

/** What the transfers say against the contract: the sum that the enterprise pays itself, the days, and that each serves it alone. */
final class TransferFindings {
  private final String provision;
  private final Redemption.Full full;
  private final Contract contract;
  private final LocalDate today;

  TransferFindings(String provision, Redemption.Full full, Contract contract, LocalDate today) {
    this.provision = provision;
    this.full = full;
    this.contract = contract;
    this.today = today;
  }

  /** @param elsewhere bank references that another contract of the same enterprise has been redeemed with */
  List<Finding> all(List<String> elsewhere) {
    List<Finding> findings = new ArrayList<>(List.of(sum()));
    for (Redemption.Receipt r : full.receipts()) {
      findings.add(day(r));
      findings.add(free(r, !elsewhere.contains(r.bankReference())));
    }
    return findings;
  }

  /** The enterprise has paid exactly what it had to pay itself. */
  private Finding sum() {
    Money own = full.redemption().ownPart();
    Money paid = full.receipts().stream().map(Redemption.Receipt::amount).reduce(Money.ZERO, Money::plus);
    return RedemptionChecks.finding(
        provision, "own_part", own.equals(paid), Map.of("contract.own_part", own, "receipts.total", paid),
        new Text("汇款凭证合计 " + paid.format() + "，与企业自付金额一致。", "The transfers add up to the enterprise's own part, " + own.format(true) + "."),
        new Text(
            "企业应自付 " + own.format() + "，汇款凭证合计 " + paid.format() + "。",
            "The enterprise's own part is " + own.format(true) + "; the transfers add up to " + paid.format(true) + "."),
        new Text("请补充或更正汇款凭证。", "Add or correct the transfer receipts."));
  }

  private Finding day(Redemption.Receipt r) {
    LocalDate from = Objects.requireNonNullElse(contract.signedOn(), contract.from());
    return RedemptionChecks.finding(
        provision, "transfer_date." + r.bankReference(), !r.paidOn().isBefore(from) && !r.paidOn().isAfter(today),
        Map.of("transfer.paid_on", r.paidOn(), "contract.signed_on", from),
        new Text("汇款 " + r.bankReference() + " 在合同签订之后。", "Transfer " + r.bankReference() + " was made after the contract was signed."),
        new Text(
            "汇款 %s 的日期 %s 不在合同签订日 %s 至今天之间。".formatted(r.bankReference(), r.paidOn(), from),
            "Transfer %s of %s is not between the contract's signing on %s and today.".formatted(r.bankReference(), r.paidOn(), from)),
        new Text("请使用为本合同支付的汇款凭证。", "Use a transfer that was made for this contract."));
  }

  private Finding free(Redemption.Receipt r, boolean free) {
    return RedemptionChecks.finding(
        provision, "transfer_free." + r.bankReference(), free, Map.of("transfer.free", free),
        new Text("汇款 " + r.bankReference() + " 未用于其他合同。", "Transfer " + r.bankReference() + " serves no other contract."),
        new Text("汇款 " + r.bankReference() + " 已用于该企业的另一份合同。", "Transfer " + r.bankReference() + " has been used for another contract of the enterprise."),
        new Text("每份合同的自付部分须有单独的汇款。", "The own part of each contract needs a transfer of its own."));
  }
}
