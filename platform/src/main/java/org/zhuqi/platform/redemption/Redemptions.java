package org.zhuqi.platform.redemption;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;

/**
 * Applications for redemption. One is opened by itself when a contract with vouchers is completed (what the system knows is
 * not asked); the institution adds invoice, receipt and results and hands it in; it goes through its case and its notice;
 * what is cleared is owed by the funder from then on (room payouts).
 */
@Service
@Transactional
public class Redemptions {
  /** Kind of case, of notice, of evidence and of payable. */
  public static final String KIND = "redemption";

  private final RedemptionStore store;
  private final EvidenceStore evidence;
  private final RedemptionChecks checks;
  private final InvoiceDesk invoices;
  private final RedemptionFlow flow;
  private final RedemptionStops stops;
  private final Casework casework;
  private final Documents documents;
  private final Clock clock;

  Redemptions(
      RedemptionStore store,
      EvidenceStore evidence,
      RedemptionChecks checks,
      InvoiceDesk invoices,
      RedemptionFlow flow,
      RedemptionStops stops,
      Casework casework,
      Documents documents,
      Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.checks = checks;
    this.invoices = invoices;
    this.flow = flow;
    this.stops = stops;
    this.casework = casework;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Opens the applications of a completed contract, one per funder, unless they are open already: after a refusal or a
   * withdrawal, a new one.
   *
   * @return the open ones
   */
  public List<Redemption> open(Actor by, UUID contract) {
    return flow.open(by, contract);
  }

  /** Reads an invoice's XML and adds it. A red-letter invoice takes the blue one back instead, wherever that is used. */
  public Outcome<Invoice> addInvoice(Actor by, UUID redemption, String fileName, byte[] xml) {
    Redemption r = editable(by, redemption);
    return invoices.add(by, r, fileName, xml);
  }

  public void removeInvoice(Actor by, UUID redemption, UUID invoice) {
    Redemption r = editable(by, redemption);
    evidence.invoices(redemption).stream()
        .filter(i -> i.id().equals(invoice))
        .forEach(i -> documents.detach(by, i.document(), KIND, r.id()));
    evidence.removeInvoice(redemption, invoice);
  }

  /**
   * Takes in a red-letter invoice for an application that has left the institution's hands; by anybody concerned who has it.
   * Money that was paid on the blue one is left to an inspection: it is told to the funder.
   */
  public Outcome<Invoice> reportRedLetter(Actor by, String fileName, byte[] xml) {
    return invoices.redLetter(by, fileName, xml);
  }

  /** Adds a transfer by which the enterprise paid its own part. */
  public Outcome<Void> addReceipt(Actor by, UUID redemption, AddReceipt receipt) {
    Redemption r = editable(by, redemption);
    if (receipt.paidOn().isAfter(LocalDate.now(clock))) {
      return Outcome.refused(Refusal.of("receipt_in_future", "汇款日期不能晚于今天。", "The transfer cannot lie in the future.").at("paidOn"));
    }
    if (!receipt.amount().isPositive() || receipt.bankReference().isBlank()) {
      return Outcome.refused(Refusal.of("receipt_incomplete", "请填写汇款金额和银行流水号。", "Give the amount and the bank's reference.").at("amount"));
    }
    List<Refusal> wrong = checks.wrong(r, RedemptionChecks.RECEIPT, documents.readable(by, receipt.document()));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    if (!evidence.insertReceipt(r.id(), receipt.document(), receipt.amount(), receipt.paidOn(), receipt.bankReference().strip())) {
      return Outcome.refused(Refusal.of("receipt_double", "该银行流水号已经添加。", "This bank reference has been added already.").at("bankReference"));
    }
    documents.attach(by, receipt.document(), KIND, r.id(), RedemptionChecks.RECEIPT);
    return Outcome.done(null);
  }

  public void removeReceipt(Actor by, UUID redemption, UUID receipt) {
    Redemption r = editable(by, redemption);
    evidence.receipts(redemption).stream()
        .filter(x -> x.id().equals(receipt))
        .forEach(x -> documents.detach(by, x.document(), KIND, r.id()));
    evidence.removeReceipt(redemption, receipt);
  }

  /** Adds a result of the service, beside those that were delivered under the contract. */
  public Outcome<UUID> addResult(Actor by, UUID redemption, String fileName, InputStream in) {
    Redemption r = editable(by, redemption);
    Outcome<UUID> stored = documents.store(by, r.provider(), RedemptionChecks.RESULTS, fileName, in, null);
    return stored.map(
        id -> {
          documents.attach(by, id, KIND, r.id(), RedemptionChecks.RESULTS);
          return id;
        });
  }

  /** The same with a paper of the vault. */
  public Outcome<Void> addResult(Actor by, UUID redemption, UUID document) {
    Redemption r = editable(by, redemption);
    List<Refusal> wrong = checks.wrong(r, RedemptionChecks.RESULTS, documents.readable(by, document));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    documents.attach(by, document, KIND, r.id(), RedemptionChecks.RESULTS);
    return Outcome.done(null);
  }

  public void removeResult(Actor by, UUID redemption, UUID document) {
    documents.detach(by, document, KIND, editable(by, redemption).id());
  }

  /** Every check as it stands now; changes nothing. */
  @Transactional(readOnly = true)
  public Decision check(Actor viewer, UUID redemption) {
    return flow.check(full(viewer, redemption)).all();
  }

  /**
   * Hands it in, or in again after completion. Everything that fails is named at once.
   *
   * @param declared the institution answers for truth and completeness
   */
  public Outcome<Redemption> submit(Actor by, UUID redemption, boolean declared) {
    Redemption r = editable(by, redemption);
    return flow.submit(by, full(by, r.id()), declared).map(c -> store.find(redemption, false).orElseThrow());
  }

  public Outcome<CaseFile> withdraw(Actor by, UUID redemption, String reason) {
    Redemption r = own(by, redemption);
    return casework.withdraw(by, caseOf(r), reason);
  }

  /** A third party's review: its sheet is kept and the stage decided in one act. */
  public Outcome<CaseFile> review(
      Actor by, UUID redemption, long revision, ReviewSheet sheet, StageDecision decision) {
    by.mustBe(Role.REVIEWER);
    Redemption r = store.find(redemption, true).orElseThrow(() -> new NotFoundException("redemption"));
    return flow.review(by, r, revision, sheet, decision);
  }

  /**
   * Publishes approved applications of one funder as one list; what is left out waits for the next.
   *
   * @return the notice
   */
  public Outcome<UUID> publish(Actor by, String funder, Collection<UUID> redemptions) {
    by.mustBe(Role.BUREAU);
    if (!by.covers(funder)) throw new NotFoundException("redemptions of another funder");
    return flow.publish(by, funder, redemptions);
  }

  /** Stops one application for a review until it is resumed; its case and its line of a notice wait. */
  public Outcome<Void> stop(Actor by, UUID redemption, String reason) {
    by.mustBe(Role.BUREAU, Role.CENTRE);
    Redemption r = forOffice(by, redemption);
    Optional<Refusal> no = casework.assistsOnly(by, caseOf(r));
    return no.isPresent() ? Outcome.refused(no.get()) : stops.stop(by, r, reason);
  }

  /** Lets a stopped application go on: reviewed, and nothing found against it. */
  public Outcome<Void> resume(Actor by, UUID redemption, String reason) {
    by.mustBe(Role.BUREAU, Role.CENTRE);
    Redemption r = forOffice(by, redemption);
    Optional<Refusal> no = casework.assistsOnly(by, caseOf(r));
    return no.isPresent() ? Outcome.refused(no.get()) : stops.resume(by, r, reason);
  }

  /**
   * Nothing further is redeemed for a party, on either side of a contract: what is open is stopped, what is owed and not yet
   * paid goes back to the budget.
   *
   * @param source the finding that it rests on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void bar(Actor by, UUID party, String provision, String reason, UUID source) {
    stops.bar(by, party, provision, reason, source);
  }

  /** @throws NotFoundException when there is none or it is not for the viewer */
  @Transactional(readOnly = true)
  public Redemption get(Actor viewer, UUID redemption) {
    return store
        .find(redemption, false)
        .filter(r -> RedemptionSight.maySee(viewer, r))
        .orElseThrow(() -> new NotFoundException("redemption " + redemption));
  }

  /** With everything handed in. */
  @Transactional(readOnly = true)
  public Redemption.Full full(Actor viewer, UUID redemption) {
    Redemption r = get(viewer, redemption);
    return new Redemption.Full(
        r, store.parts(redemption), evidence.invoices(redemption), evidence.receipts(redemption),
        viewer.role().isParty() ? List.of() : evidence.reviews(redemption), flow.questions(r));
  }

  /** The findings of the last check, as they were told. */
  @Transactional(readOnly = true)
  public @Nullable Decision lastCheck(Actor viewer, UUID redemption) {
    get(viewer, redemption);
    return store.checks(redemption).map(RedemptionFlow::decision).orElse(null);
  }

  @Transactional(readOnly = true)
  public List<Redemption> list(Actor viewer, @Nullable RedemptionState state, @Nullable String text) {
    return store.find(RedemptionFilter.of(viewer, state, text)).stream().filter(r -> RedemptionSight.maySee(viewer, r)).toList();
  }

  /** All applications for these contracts, whatever became of them. */
  @Transactional(readOnly = true)
  public List<Redemption> ofContracts(Collection<UUID> contracts) {
    return store.ofContracts(contracts);
  }

  private Redemption own(Actor by, UUID redemption) {
    Redemption r = store.find(redemption, true).orElseThrow(() -> new NotFoundException("redemption"));
    if (!r.provider().equals(by.party())) throw new NotFoundException("redemption " + redemption);
    return r;
  }

  private Redemption editable(Actor by, UUID redemption) {
    Redemption r = own(by, redemption);
    if (r.state().isWithApplicant()) return r;
    throw new RefusedException(
        Refusal.of("redemption_state", "兑现申请目前为“" + r.state().label().zh() + "”，不能修改。",
            "The application is \"" + r.state().label().en() + "\" and can no longer be changed."));
  }

  private Redemption forOffice(Actor by, UUID redemption) {
    Redemption r = store.find(redemption, true).orElseThrow(() -> new NotFoundException("redemption"));
    if (!RedemptionSight.maySee(by, r)) throw new NotFoundException("redemption " + redemption);
    return r;
  }

  static UUID caseOf(Redemption r) {
    UUID id = r.caseId();
    if (id == null) throw new IllegalStateException(r.number() + " has no case");
    return id;
  }

  /** What was asked for and paid, for public figures. */
  @Transactional(readOnly = true)
  public Map<String, Money> totalsByFunder(RedemptionState state) {
    return store.totals(state);
  }
}
