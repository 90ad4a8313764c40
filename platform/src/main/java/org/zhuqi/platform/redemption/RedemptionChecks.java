package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Reference;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.Stages;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.documents.AskedPaper;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.shared.Refusal;

/** Everything that must hold before money may be asked for. Every check is made and told, never only the first that fails. */
@Component
class RedemptionChecks {
  static final String ADMITTED = "redemption.admitted";
  static final String MATERIALS = "redemption.materials";
  static final String LIFE = "measure.life";
  static final String REFERENCE = "redemption.reference";
  static final String SEPARATION = "decision.separation";
  static final String FRAUD = "fraud";
  static final String INVOICE = "invoice";
  static final String RECEIPT = "bank_receipt";
  static final String RESULTS = "deliverables";

  private final Measures measures;
  private final Contracts contracts;
  private final Parties parties;
  private final Registers registers;
  private final Documents documents;
  private final Ledger ledger;
  private final InvoiceUses uses;
  private final EvidenceStore evidence;
  private final RedemptionBars bars;
  private final Clock clock;

  RedemptionChecks(
      Measures measures,
      Contracts contracts,
      Parties parties,
      Registers registers,
      Documents documents,
      Ledger ledger,
      InvoiceUses uses,
      EvidenceStore evidence,
      RedemptionBars bars,
      Clock clock) {
    this.measures = measures;
    this.contracts = contracts;
    this.parties = parties;
    this.registers = registers;
    this.documents = documents;
    this.ledger = ledger;
    this.uses = uses;
    this.evidence = evidence;
    this.bars = bars;
    this.clock = clock;
  }

  /**
   * What a check came to.
   *
   * @param asked the answer of the measure to its own condition, which can be replayed
   * @param all the same with every other check added
   */
  record Checked(Decision asked, Decision all) {}

  Pack pack(Redemption r) {
    return measures
        .version(r.measure(), r.version())
        .orElseThrow(() -> new IllegalStateException("no pack " + r.measure() + " " + r.version()));
  }

  Stages stages(Redemption r) {
    return pack(r).one(Stages.class, "redemption.stages");
  }

  /** What a third party answers about it, in the words of the measure. */
  List<Menu.Item> questions(Redemption r) {
    return stages(r).stages().stream().flatMap(s -> s.questions().stream()).toList();
  }

  Sanction fraud(Redemption r) {
    return pack(r).one(Sanction.class, FRAUD);
  }

  Materials materials(Redemption r) {
    return pack(r).one(Materials.class, MATERIALS);
  }

  /** What keeps steps apart: the rule of the measure, and of each that sends its vouchers here. */
  List<Separation> separations(Redemption r) {
    return measures.all().stream()
        .filter(p -> p.equals(pack(r)) || sendsHere(p, r).isPresent())
        .flatMap(p -> p.byRole(Separation.class, SEPARATION).stream())
        .toList();
  }

  private Optional<Reference> sendsHere(Pack pack, Redemption r) {
    return pack.byRole(Reference.class, REFERENCE).stream()
        .filter(x -> x.measure().equals(r.measure()) && x.provisions().contains(materials(r).id()))
        .findFirst();
  }

  /** What keeps a paper from counting as one that the measure asks for. */
  List<Refusal> wrong(Redemption r, String material, Document paper) {
    LocalDate today = LocalDate.now(clock);
    return AskedPaper.of(materials(r), material).map(a -> a.wrong(paper, today)).orElse(List.of());
  }

  /** @param applying also the window, which counts on the day of the first application only */
  Checked check(Redemption.Full full, boolean applying) {
    Redemption r = full.redemption();
    Pack pack = pack(r);
    LocalDate today = LocalDate.now(clock);
    Decision asked = pack.decide(ADMITTED, "", registers.institutionFacts(r.provider()), today);
    List<Finding> findings = new ArrayList<>(asked.findings());
    Materials materials = pack.one(Materials.class, MATERIALS);
    findings.add(pack.one(Life.class, LIFE).check(Life.Act.REDEEM, today));
    findings.add(referred(r, materials));
    Contract contract = contracts.get(r.contract());
    findings.add(performed(materials, contract, full));
    if (applying) findings.add(window(materials, full, today));
    findings.add(materials.check("", Map.of("contract.own_part", r.ownPart()), today, handedIn(full), Set.of()));
    findings.addAll(new InvoiceFindings(materials.id(), full, contract, party(r.provider()), party(r.client()), today).all(uses));
    findings.addAll(new TransferFindings(materials.id(), full, contract, today).all(evidence.transfersElsewhere(r)));
    findings.addAll(bars.findings(pack, r));
    boolean granted = findings.stream().noneMatch(f -> f.decisive() && !f.holds());
    return new Checked(
        asked, new Decision(asked.measure(), asked.version(), asked.role(), asked.applicantClass(), today, granted, findings));
  }

  /** The institution collects vouchers under a measure of its own, which must say that they are redeemed by this one. */
  private Finding referred(Redemption r, Materials materials) {
    List<Pack> own = measures.all().stream().filter(p -> registers.entryOf(r.provider(), p.code()).isPresent()).toList();
    Optional<Reference> here = own.stream().flatMap(p -> sendsHere(p, r).stream()).findFirst();
    return finding(
        here.map(Reference::id).orElse(materials.id()), "referred", here.isPresent(),
        Map.of("institution.measures", own.stream().map(Pack::code).distinct().collect(java.util.stream.Collectors.joining(" "))),
        new Text("服务机构入驻所依据的办法规定按本办法兑现。", "The measure under which the institution was admitted sends its vouchers to this one."),
        new Text("服务机构入驻所依据的办法没有规定按本办法兑现。", "No measure under which the institution was admitted sends its vouchers to this one."),
        null);
  }

  private Party party(java.util.UUID id) {
    return parties.get(id);
  }

  private Set<String> handedIn(Redemption.Full full) {
    Set<String> codes = new HashSet<>();
    documents.attachedTo(Redemptions.KIND, full.redemption().id()).forEach(d -> codes.add(d.materialCode()));
    if (full.invoices().stream().noneMatch(i -> i.cancelledBy() == null)) codes.remove(INVOICE);
    if (full.receipts().isEmpty()) codes.remove(RECEIPT);
    return codes;
  }

  /** The contract is fully performed, and its money is still locked for it. */
  private Finding performed(Materials materials, Contract contract, Redemption.Full full) {
    boolean locked =
        full.parts().stream().allMatch(p -> ledger.remaining(p.hold()).compareTo(p.amount()) >= 0);
    boolean holds = contract.state() == ContractState.COMPLETED && locked;
    return finding(
        materials.id(), "performed", holds, Map.of("contract.state", contract.state().name(), "contract.locked", locked),
        new Text("合同已履行完毕，企业已确认成果。", "The contract is fully performed and the enterprise has confirmed the result."),
        new Text("合同尚未履行完毕，或其锁定的券额已解除。", "The contract is not fully performed, or its vouchers are no longer locked for it."),
        new Text("请在企业确认成果后申请。", "Apply once the enterprise has confirmed the result."));
  }

  private static Finding window(Materials materials, Redemption.Full full, LocalDate today) {
    LocalDate last = full.redemption().lastDay();
    return finding(
        materials.id(), "window", !today.isAfter(last), Map.of("redemption.last_day", last, "on", today),
        new Text("在发放指南规定的兑现期限（" + last + " 止）内。", "Within the guide's redemption window, which ends on " + last + "."),
        new Text("发放指南规定的兑现期限已于 " + last + " 届满。", "The guide's redemption window ended on " + last + "."),
        null);
  }

  static Finding finding(
      String provision, String check, boolean holds, Map<String, Object> facts, Text good, Text bad,
      @Nullable Text remedy) {
    return new Finding(
        provision, check, holds ? Verdict.HOLDS : Verdict.FAILS, facts, holds ? good : bad,
        holds ? null : remedy);
  }
}
