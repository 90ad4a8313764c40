package org.zhuqi.platform.demo;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.ratings.Ratings;
import org.zhuqi.platform.redemption.AddReceipt;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.redemption.ReviewSheet;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.vouchers.Filing;
import org.zhuqi.platform.vouchers.VoucherPart;

/** From an order to the money: contract, filing, service, rating, redemption. */
class TradeActs {
  /** An order of the story: vouchers pay {@code voucherYuan} of the price. */
  record Order(
      String client, String provider, UUID item, String title, String priceYuan, String voucherYuan, LocalDate from,
      LocalDate until) {
    static Order of(
        String client, String provider, UUID item, String title, String price, String voucher, String from, String until) {
      return new Order(client, provider, item, title, price, voucher, LocalDate.parse(from), LocalDate.parse(until));
    }
  }

  private final Cast cast;
  private final Stage stage;
  private final Parties parties;
  private final Contracts contracts;
  private final Filing filing;
  private final Ratings ratings;
  private final Redemptions redemptions;
  private final Casework casework;

  TradeActs(
      Cast cast,
      Stage stage,
      Parties parties,
      Contracts contracts,
      Filing filing,
      Ratings ratings,
      Redemptions redemptions,
      Casework casework) {
    this.cast = cast;
    this.stage = stage;
    this.parties = parties;
    this.contracts = contracts;
    this.filing = filing;
    this.ratings = ratings;
    this.redemptions = redemptions;
    this.casework = casework;
  }

  UUID offer(Order o) {
    Actor client = cast.actor(o.client());
    UUID contract =
        contracts
            .draft(
                client,
                new DraftContract(
                    o.item(), o.title(), Money.of(o.priceYuan()).fen(), Money.of(o.voucherYuan()).fen(), o.from(), o.until(),
                    "按服务机构公布的流程实施（虚构）。", List.of(), null, null))
            .orThrow();
    contracts.offer(client, contract).orThrow();
    return contract;
  }

  UUID agree(Order o) {
    UUID contract = offer(o);
    Actor client = cast.actor(o.client());
    Actor provider = cast.actor(o.provider());
    contracts.accept(provider, contract, contracts.get(contract).revision()).orThrow();
    UUID paper = stage.paper(client, "contract", o.title() + "合同（双方签字盖章）", "价款 " + o.priceYuan() + " 元，券额 " + o.voucherYuan() + " 元。");
    Contract signed =
        contracts.sign(client, contract, SignedPaper.byLegalRepresentatives(paper, "示例甲", "示例乙")).orThrow();
    contracts.agree(provider, contract, java.util.Objects.requireNonNull(signed.signedHash())).orThrow();
    return contract;
  }

  UUID file(Order o, UUID voucher) {
    UUID contract = agree(o);
    filing.file(cast.actor(o.client()), contract, List.of(new VoucherPart(voucher, Money.of(o.voucherYuan())))).orThrow();
    return contract;
  }

  void deliver(Order o, UUID contract) {
    Actor provider = cast.actor(o.provider());
    UUID result = stage.paper(provider, "result", o.title() + "成果报告", "服务已完成，结论见正文（虚构）。");
    contracts.deliver(provider, contract, "已按合同完成全部服务。", List.of(result)).orThrow();
  }

  void confirm(Order o, UUID contract, int grade, String comment) {
    Actor client = cast.actor(o.client());
    contracts.confirm(client, contract).orThrow();
    ratings.rate(client, contract, grade, comment).orThrow();
  }

  /** The institution applies, with invoice, bank receipt and results. */
  Redemption redeem(Order o, UUID contract, String invoiceNumber) {
    Actor provider = cast.actor(o.provider());
    Party seller = parties.get(provider.partyOrThrow());
    Party buyer = parties.get(cast.party(o.client()));
    LocalDate today = LocalDate.now(stage.clock());
    Redemption r = redemptions.open(provider, contract).getFirst();
    byte[] invoice =
        Papers.invoice(
            invoiceNumber, today, seller.creditCode().value(), seller.name(), buyer.creditCode().value(), buyer.name(), Money.of(o.priceYuan()));
    redemptions.addInvoice(provider, r.id(), "数电票" + invoiceNumber + ".xml", invoice).orThrow();
    Money own = Money.of(o.priceYuan()).minus(Money.of(o.voucherYuan()));
    UUID receipt = stage.paper(provider, "bank_receipt", "银行汇款回单", "金额 " + own.format());
    redemptions.addReceipt(provider, r.id(), new AddReceipt(receipt, own, today, "HK" + invoiceNumber)).orThrow();
    redemptions
        .addResult(provider, r.id(), "成果报告.pdf", new ByteArrayInputStream(Papers.pdf("服务成果报告", o.title())))
        .orThrow();
    return redemptions.submit(provider, r.id(), true).orThrow();
  }

  void review(String login, Redemption r) {
    CaseFile c = casework.ofSubject(Redemptions.KIND, r.id());
    Map<String, String> answers = Map.of("real", "是", "complete", "是", "amounts", "是", "price", "是");
    redemptions
        .review(
            cast.actor(login), r.id(), c.revision(), new ReviewSheet(true, true, answers, "服务真实，材料齐全，建议兑现。"),
            StageDecision.PASS)
        .orThrow();
  }

  void approve(String login, Redemption r) {
    CaseFile c = casework.ofSubject(Redemptions.KIND, r.id());
    casework.decide(cast.actor(login), c.id(), c.revision(), StageDecision.PASS, "同意兑现，列入公示。").orThrow();
  }

  void publish(String login, String funder, List<Redemption> lines) {
    redemptions.publish(cast.actor(login), funder, lines.stream().map(Redemption::id).toList()).orThrow();
  }
}
