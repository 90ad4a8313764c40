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
import org.zhuqi.platform.parties.Party;

/** What the invoices say against the contract: both parties, the days, the sum, and that each is free and stands. */
final class InvoiceFindings {
  private final String provision;
  private final Redemption.Full full;
  private final Contract contract;
  private final Party seller;
  private final Party buyer;
  private final LocalDate today;

  InvoiceFindings(String provision, Redemption.Full full, Contract contract, Party seller, Party buyer, LocalDate today) {
    this.provision = provision;
    this.full = full;
    this.contract = contract;
    this.seller = seller;
    this.buyer = buyer;
    this.today = today;
  }

  /** Nothing where there is no invoice: that it is missing is said with the other papers. */
  List<Finding> all(InvoiceUses uses) {
    List<Finding> findings = new ArrayList<>();
    for (Redemption.UsedInvoice i : full.invoices()) {
      findings.add(parties(i.invoice()));
      findings.add(days(i.invoice()));
      findings.add(free(i, uses.look(i, full.redemption().contract())));
    }
    if (!full.invoices().isEmpty()) findings.add(sum());
    return findings;
  }

  private Finding parties(Invoice i) {
    String sellerCode = seller.creditCode().value();
    String buyerCode = buyer.creditCode().value();
    return RedemptionChecks.finding(
        provision,
        "invoice_parties." + i.number(),
        i.sellerCode().equals(sellerCode) && i.buyerCode().equals(buyerCode),
        Map.of("invoice.seller", i.sellerCode(), "invoice.buyer", i.buyerCode()),
        new Text("发票 " + i.number() + " 的购销双方即合同双方。", "Seller and buyer of invoice " + i.number() + " are the contract's parties."),
        new Text(
            "发票 %s 的销售方 %s、购买方 %s 与合同双方（%s、%s）不符。".formatted(i.number(), i.sellerCode(), i.buyerCode(), sellerCode, buyerCode),
            "Seller %s and buyer %s of invoice %s are not the contract's parties (%s, %s)."
                .formatted(i.sellerCode(), i.buyerCode(), i.number(), sellerCode, buyerCode)),
        new Text("请上传由服务机构开给该企业的发票。", "Upload an invoice that the institution issued to this enterprise."));
  }

  private Finding days(Invoice i) {
    LocalDate from = Objects.requireNonNullElse(contract.signedOn(), contract.from());
    return RedemptionChecks.finding(
        provision,
        "invoice_date." + i.number(),
        !i.issued().isBefore(from) && !i.issued().isAfter(today),
        Map.of("invoice.issued", i.issued(), "contract.signed_on", from),
        new Text("发票 " + i.number() + " 开具于合同签订之后。", "Invoice " + i.number() + " was issued after the contract was signed."),
        new Text(
            "发票 %s 的开票日期 %s 不在合同签订日 %s 至今天之间。".formatted(i.number(), i.issued(), from),
            "Invoice %s of %s is not between the contract's signing on %s and today.".formatted(i.number(), i.issued(), from)),
        new Text("请上传本合同项下开具的发票。", "Upload an invoice issued for this contract."));
  }

  private Finding free(Redemption.UsedInvoice i, InvoiceUses.Use use) {
    boolean red = use == InvoiceUses.Use.CANCELLED || i.cancelledBy() != null;
    String number = i.invoice().number();
    return RedemptionChecks.finding(
        provision,
        "invoice_free." + number,
        use == InvoiceUses.Use.MINE && !red,
        Map.of("invoice.use", red ? "CANCELLED" : use.name()),
        new Text("发票 " + number + " 未被冲红，也未用于其他申请。", "Invoice " + number + " is neither taken back nor used for anything else."),
        red
            ? new Text("发票 " + number + " 已被红字发票冲销。", "Invoice " + number + " was taken back by a red-letter invoice.")
            : new Text("发票 " + number + " 已用于其他兑现申请。", "Invoice " + number + " has been used for another redemption."),
        new Text("请换用有效且未使用过的发票。", "Use an invoice that stands and has not been used."));
  }

  /** The invoices are for the whole price: the voucher part and what the enterprise paid itself. */
  private Finding sum() {
    Money total =
        full.invoices().stream()
            .filter(i -> i.cancelledBy() == null)
            .map(i -> Money.ofFen(i.invoice().totalFen()))
            .reduce(Money.ZERO, Money::plus);
    Money price = contract.price();
    return RedemptionChecks.finding(
        provision,
        "invoice_total",
        total.equals(price),
        Map.of("invoice.total", total, "contract.price", price),
        new Text("发票合计 " + total.format() + "，与合同价款一致。", "The invoices add up to the contract's price, " + price.format(true) + "."),
        new Text(
            "发票合计 %s，合同价款 %s，相差 %s。".formatted(total.format(), price.format(), total.minus(price).format()),
            "The invoices add up to %s; the contract's price is %s, a difference of %s."
                .formatted(total.format(true), price.format(true), total.minus(price).format(true))),
        new Text("请补充发票，或按合同价款重新开具。", "Add the missing invoice, or have it issued for the contract's price."));
  }
}
