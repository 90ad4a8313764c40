package org.zhuqi.platform.contracts;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.catalogue.Qualifications;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/** From the draft to the signed contract that both sides agree to. */
@Component
class Negotiation {
  private static final String NUMBER = "HT";
  private final ContractStore store;
  private final Steps steps;
  private final FilingPapers papers;
  private final Catalogue catalogue;
  private final Qualifications qualifications;
  private final Rules rules;
  private final Parties parties;
  private final Documents documents;
  private final RunningNumbers numbers;
  private final Routing routing;

  Negotiation(
      ContractStore store,
      Steps steps,
      FilingPapers papers,
      Catalogue catalogue,
      Qualifications qualifications,
      Rules rules,
      Parties parties,
      Documents documents,
      RunningNumbers numbers,
      Routing routing) {
    this.store = store;
    this.steps = steps;
    this.papers = papers;
    this.catalogue = catalogue;
    this.qualifications = qualifications;
    this.rules = rules;
    this.parties = parties;
    this.documents = documents;
    this.numbers = numbers;
    this.routing = routing;
  }

  Outcome<UUID> draft(Actor by, DraftContract d) {
    by.mustBe(Role.ENTERPRISE);
    Terms terms = Terms.of(d);
    List<Refusal> wrong = new ArrayList<>(terms.problems(steps.today()));
    Optional<ServiceItem> open = catalogue.open(d.item());
    if (open.isEmpty()) wrong.add(notOffered());
    open.filter(s -> s.party().equals(by.party())).ifPresent(s -> wrong.add(withItself()));
    open.ifPresent(s -> wrong.addAll(overStandard(terms, s)));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Contract c = compose(by, open.orElseThrow(), terms);
    store.insert(c);
    d.documents().forEach(doc -> documents.attach(by, doc, Steps.SUBJECT, c.id(), "requirement"));
    Transition edge = Transition.find(null, ContractEvent.DRAFTED).orElseThrow();
    steps.record(by, Side.CLIENT, null, c, edge, null, steps.provision(c, edge.role()));
    return Outcome.done(c.id());
  }

  private Contract compose(Actor by, ServiceItem s, Terms t) {
    Party client = parties.get(by.partyOrThrow());
    Pack pack = rules.pack(Materials.class, FilingPapers.ROLE);
    return new Contract(
        Ids.next(), numbers.next(NUMBER, steps.today()), ContractState.DRAFT, s.id(), s.version(), pack.code(), pack.version(),
        java.util.Objects.requireNonNull(s.item().category()), routing.of(pack, client.id()), client.id(), client.name(), s.party(), s.partyName(),
        t.title().strip(), t.priceFen(), t.voucherFen(), t.from(), t.until(), t.terms(), t.otherFunding(), t.priceReason(),
        null, null, null, null, null, null, null, null, null, null, null, 1, steps.clock().instant());
  }

  Outcome<Contract> edit(Actor by, UUID id, int revision, Terms terms) {
    return change(by, id, revision, ContractEvent.EDITED, terms, Changes.none(), null);
  }

  /** The other side's terms are answered with one's own; then it is the other side's turn. */
  Outcome<Contract> counter(Actor by, UUID id, int revision, Terms terms, @Nullable String note) {
    Contract c = steps.lock(id);
    Side side = Steps.sideOf(by, c);
    Changes changes = answered(c, side).set("turn", side.other());
    // What was signed does not stand for other terms.
    changes.set("signed_document", null).set("signed_hash", null);
    return change(by, id, revision, ContractEvent.COUNTERED, terms, changes, note);
  }

  private Outcome<Contract> change(
      Actor by, UUID id, int revision, ContractEvent event, Terms terms, Changes more, @Nullable String note) {
    Contract c = steps.lock(id);
    Refusal stale = stale(c, revision);
    if (stale != null) return Outcome.refused(stale);
    Refusal no = Steps.refusal(Steps.sideOf(by, c), c, event);
    if (no != null) return Outcome.refused(no);
    List<Refusal> wrong = new ArrayList<>(terms.problems(steps.today()));
    wrong.addAll(overStandard(terms, catalogue.item(c.item(), c.itemVersion())));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Changes changes = terms.asChanges();
    more.values().forEach(changes::set);
    return steps.take(by, c, event, note, changes);
  }

  Outcome<Contract> offer(Actor by, UUID id) {
    Contract c = steps.lock(id);
    List<Refusal> wrong = new ArrayList<>(termsOf(c).problems(steps.today()));
    wrong.addAll(papers.unstated(c, steps.today()));
    if (Steps.refusal(Steps.sideOf(by, c), c, ContractEvent.OFFERED) == null && catalogue.open(c.item()).isEmpty()) {
      wrong.add(notOffered());
    }
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Changes changes =
        Changes.none().set("turn", Side.PROVIDER).set("offered_at", Timestamp.from(steps.clock().instant()));
    return steps.take(by, c, ContractEvent.OFFERED, null, changes);
  }

  Outcome<Contract> accept(Actor by, UUID id, int revision) {
    Contract c = steps.lock(id);
    Refusal stale = stale(c, revision);
    if (stale != null) return Outcome.refused(stale);
    Side side = Steps.sideOf(by, c);
    Refusal no = Steps.refusal(side, c, ContractEvent.ACCEPTED);
    if (no != null) return Outcome.refused(no);
    List<Refusal> wrong = new ArrayList<>(termsOf(c).problems(steps.today()));
    wrong.addAll(notToBeMade(c));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    return steps.take(by, c, ContractEvent.ACCEPTED, null, answered(c, side).set("turn", null));
  }

  Outcome<Contract> decline(Actor by, UUID id, String reason) {
    Contract c = steps.lock(id);
    if (reason.isBlank()) return Outcome.refused(reasonMissing());
    return steps.take(by, c, ContractEvent.DECLINED, reason.strip(), answered(c, Steps.sideOf(by, c)).set("turn", null));
  }

  Outcome<Contract> withdraw(Actor by, UUID id, String reason) {
    Contract c = steps.lock(id);
    if (reason.isBlank()) return Outcome.refused(reasonMissing());
    return steps.take(by, c, ContractEvent.WITHDRAWN, reason.strip(), Changes.none().set("turn", null));
  }

  Outcome<Contract> sign(Actor by, UUID id, SignedPaper paper) {
    Contract c = steps.lock(id);
    Side side = Steps.sideOf(by, c);
    Refusal no = Steps.refusal(side, c, ContractEvent.SIGNED);
    if (no != null) return Outcome.refused(no);
    List<Refusal> wrong = papers.problems(by, c, paper, steps.today());
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    String hash = documents.readable(by, paper.document()).sha256();
    papers.attach(by, c, paper);
    Changes changes =
        Changes.none().set("signed_document", paper.document()).set("signed_hash", hash).set("turn", side.other());
    return steps.take(by, c, ContractEvent.SIGNED, signature(paper, hash), changes);
  }

  private static String signature(SignedPaper p, String hash) {
    return "企业签字人：%s%s；机构签字人：%s%s；SHA-256 %s"
        .formatted(
            p.clientSigner().strip(), p.clientByAgent() ? "（授权代表）" : "", p.providerSigner().strip(),
            p.providerByAgent() ? "（授权代表）" : "", hash);
  }

  Outcome<Contract> agree(Actor by, UUID id, String sha256) {
    Contract c = steps.lock(id);
    Refusal no = Steps.refusal(Steps.sideOf(by, c), c, ContractEvent.AGREED);
    if (no != null) return Outcome.refused(no);
    if (!sha256.strip().toLowerCase(Locale.ROOT).equals(c.signedHash())) {
      return Outcome.refused(
          Refusal.of(
                  "other_file",
                  "您确认的文件与对方上传的签章合同不是同一份。",
                  "The file that you agree to is not the one that the other side handed in.")
              .remedy("请打开现在的签章合同核对后再确认。", "Open the signed contract as it is now, compare, then agree.")
              .at("sha256"));
    }
    List<Refusal> wrong = notToBeMade(c);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    return steps.take(
        by, c, ContractEvent.AGREED, "SHA-256 " + c.signedHash(),
        Changes.none().set("turn", null).set("signed_on", steps.today()));
  }

  /** What keeps a contract from being made today, though it was right to offer it. */
  private List<Refusal> notToBeMade(Contract c) {
    List<Refusal> wrong = new ArrayList<>();
    if (!isLive(c)) wrong.add(notStanding(c));
    if (catalogue.item(c.item()).state() == ServiceItem.ItemState.TAKEN_OUT) wrong.add(notOffered());
    wrong.addAll(qualifications.refusals(c.item(), c.itemVersion()));
    return wrong;
  }

  /** The first answer of the institution stops its response time. */
  private Changes answered(Contract c, Side side) {
    Changes changes = Changes.none();
    if (side == Side.PROVIDER && c.answeredAt() == null) {
      changes.set("answered_at", Timestamp.from(steps.clock().instant()));
    }
    return changes;
  }

  private boolean isLive(Contract c) {
    var state = catalogue.standing(List.of(c.provider())).get(c.provider());
    return state != null && state.isLive();
  }

  static Terms termsOf(Contract c) {
    return new Terms(
        c.title(), c.priceFen(), c.voucherFen(), c.from(), c.until(), c.terms(), c.otherFunding(), c.priceReason());
  }

  private static @Nullable Refusal stale(Contract c, int revision) {
    if (c.revision() == revision) return null;
    return Refusal.of(
            "changed_meanwhile",
            "对方或您的同事已在此期间改动了合同（现为第 " + c.revision() + " 次改动，您看到的是第 " + revision + " 次）。",
            "The contract was changed in the meantime (change " + c.revision() + "; you saw " + revision + ").")
        .remedy("请刷新，核对最新条款后再办理。", "Reload and look at the terms as they are now.");
  }

  /** A guided or set price is kept in the contract too: above the published fee, it says why (quantity, parts). */
  private List<Refusal> overStandard(Terms t, ServiceItem s) {
    Long fee = s.item().feeFen();
    boolean governed = s.item().feeMode() != null && !Item.MARKET.equals(s.item().feeMode());
    boolean explained = t.priceReason() != null && !t.priceReason().isBlank();
    if (!governed || fee == null || t.priceFen() <= fee || explained) return List.of();
    return List.of(
        Refusal.of(
                "price_over_standard",
                "该服务执行政府指导价或定价，公布标准为 " + new org.zhuqi.measures.Money(fee) + "，合同价款更高。",
                "The price of this service is guided or set; the published standard is "
                    + new org.zhuqi.measures.Money(fee).format(true) + ", the contract has more.")
            .by(rules.provision("item.fee"))
            .remedy("请按标准计价，或说明数量和计算方法。", "Keep to the standard, or state quantities and how the price is worked out.")
            .at("priceReason"));
  }

  private static Refusal notOffered() {
    return Refusal.of(
            "item_not_offered", "该服务事项目前不在目录中展示，不能签约。", "This service is not in the catalogue at present.")
        .remedy("请在服务目录中选择其他服务事项。", "Choose another service in the catalogue.")
        .at("item");
  }

  private Refusal notStanding(Contract c) {
    return Refusal.of(
            "institution_not_live",
            c.providerName() + " 目前不在有效名录中，不能签订新合同。",
            c.providerName() + " is not on the register at present and takes no new contracts.")
        .by(rules.provision("contract.institution"));
  }

  private static Refusal withItself() {
    return Refusal.of("contract_with_itself", "不能与本单位自己签订合同。", "A firm cannot contract with itself.")
        .remedy("请选择其他机构的服务事项。", "Choose another institution's service.")
        .at("item");
  }

  static Refusal reasonMissing() {
    return Refusal.of("reason_missing", "请说明理由。", "State the reason.").at("reason");
  }
}
