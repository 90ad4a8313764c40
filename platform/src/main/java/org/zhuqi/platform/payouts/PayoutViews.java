package org.zhuqi.platform.payouts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.Entry;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Phase;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;

/** Payouts for reading: by the payee its own, by finance and bureau their funders', by auditors all. */
@Service
@Transactional(readOnly = true)
public class PayoutViews {
  private final PayableStore payables;
  private final FileStore files;
  private final Ledger ledger;
  private final AuditTrail audit;

  PayoutViews(PayableStore payables, FileStore files, Ledger ledger, AuditTrail audit) {
    this.payables = payables;
    this.files = files;
    this.ledger = ledger;
    this.audit = audit;
  }

  public List<Payable> payables(Actor viewer, @Nullable PayableState state) {
    if (viewer.role().isParty()) return payables.find(null, viewer.partyOrThrow(), state);
    viewer.mustBe(Role.FINANCE, Role.BUREAU, Role.CENTRE, Role.AUDITOR, Role.SYSTEM);
    return payables.find(scope(viewer), null, state);
  }

  public List<PayoutFile> files(Actor viewer) {
    viewer.mustBe(Role.FINANCE, Role.BUREAU, Role.AUDITOR, Role.SYSTEM);
    return files.list(scope(viewer));
  }

  /** With its lines, accounts masked. */
  public PayoutFile file(Actor viewer, UUID file) {
    viewer.mustBe(Role.FINANCE, Role.BUREAU, Role.AUDITOR, Role.SYSTEM);
    return files.find(file, false).filter(f -> viewer.covers(f.funder())).orElseThrow(() -> new NotFoundException("payout file " + file));
  }

  /** Whether the viewer decided that one of its lines is owed, and therefore does not approve it. */
  public boolean decidedOn(Actor viewer, PayoutFile file) {
    UUID account = viewer.account();
    return account != null && !payables.decidedBy(account, file.lines().stream().map(PayoutFile.Line::payable).toList()).isEmpty();
  }

  /** The file for the treasury, with full account numbers; each taking away is recorded. */
  @Transactional
  public byte[] csv(Actor viewer, UUID file) {
    return treasury(viewer, file, "csv").csv();
  }

  /** As {@link #csv}, as a spreadsheet. */
  @Transactional
  public byte[] xlsx(Actor viewer, UUID file) {
    return treasury(viewer, file, "xlsx").xlsx();
  }

  private TreasuryFile treasury(Actor viewer, UUID id, String format) {
    PayoutFile file = file(viewer, id);
    audit.record(viewer, "payout.file_taken", "payout_file", id, null, file.number(), Map.of("format", format, "sha256", file.detailSha256()));
    return files.treasuryFile(file);
  }

  /** Payables against the ledger, to the fen; every difference is listed. */
  public Reconciliation reconcile(Actor viewer, String funder) {
    viewer.mustBe(Role.FINANCE, Role.BUREAU, Role.AUDITOR, Role.SYSTEM);
    if (!viewer.covers(funder)) throw new NotFoundException("funder " + funder);
    Map<UUID, List<Payable>> byLine = new LinkedHashMap<>();
    payables.find(List.of(funder), null, null).forEach(p -> byLine.computeIfAbsent(p.owed().line(), l -> new ArrayList<>()).add(p));
    Map<UUID, Position> positions = new LinkedHashMap<>();
    ledger.positions(byLine.keySet()).forEach(p -> positions.put(p.line(), p));
    List<Reconciliation.Row> rows = new ArrayList<>();
    List<Reconciliation.Difference> differences = new ArrayList<>();
    byLine.forEach(
        (line, list) -> {
          rows.add(row(line, list, Objects.requireNonNull(positions.get(line))));
          list.forEach(p -> differences.addAll(differences(p)));
        });
    return new Reconciliation(funder, rows, differences);
  }

  /** Codes of the funders that owe or owed anything. */
  public List<String> funders(Actor viewer) {
    TreeSet<String> funders = new TreeSet<>(viewer.funders());
    if (viewer.role().seesAll()) payables.find(null, null, null).forEach(p -> funders.add(p.owed().funder()));
    return List.copyOf(funders);
  }

  private static Reconciliation.Row row(UUID line, List<Payable> list, Position position) {
    Money paid = sum(list, p -> p.state() == PayableState.PAID);
    Money owed = sum(list, p -> p.state() != PayableState.PAID && p.state() != PayableState.WITHHELD);
    return new Reconciliation.Row(line, list.size(), owed, position.redeemable(), paid, position.paid());
  }

  private static Money sum(Collection<Payable> list, java.util.function.Predicate<Payable> which) {
    return list.stream().filter(which).map(Payable::amount).reduce(Money.ZERO, Money::plus);
  }

  /** What the transfers about a payable came to, against what its state says. */
  private List<Reconciliation.Difference> differences(Payable p) {
    Money paid = Money.ZERO;
    Money held = Money.ZERO;
    for (Entry e : ledger.about(p.id())) {
      if (e.movement() == Movement.PAY && e.phase() == Phase.CAPTURE) paid = paid.plus(e.amount());
      if (e.movement() == Movement.BOUNCE && e.phase() == Phase.POST) paid = paid.minus(e.amount());
      if (e.phase() == Phase.HOLD) held = held.plus(e.amount());
      if (e.phase() == Phase.CAPTURE || e.phase() == Phase.RELEASE) held = held.minus(e.amount());
    }
    List<Reconciliation.Difference> found = new ArrayList<>();
    Money expectedPaid = p.state() == PayableState.PAID ? p.amount() : Money.ZERO;
    Money expectedHeld = p.state() == PayableState.SENT ? p.amount() : Money.ZERO;
    if (!paid.equals(expectedPaid)) found.add(new Reconciliation.Difference(p, expectedPaid, paid, new Text("已支付", "paid")));
    if (!held.equals(expectedHeld)) found.add(new Reconciliation.Difference(p, expectedHeld, held, new Text("在途", "with the treasury")));
    return found;
  }

  private static @Nullable Collection<String> scope(Actor viewer) {
    return viewer.role().seesAll() ? null : viewer.funders();
  }
}
