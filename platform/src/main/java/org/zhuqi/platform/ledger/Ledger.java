package org.zhuqi.platform.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;

/**
 * The ledger's only door. Every method that writes joins the caller's transaction (and insists on one): money moves in the
 * same transaction as the decision that moves it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {
  private final LedgerStore store;
  private final Flows flows;

  Ledger(LedgerStore store, Flows flows) {
    this.store = store;
    this.flows = flows;
  }

  /** Opens a budget line's book with its four standing accounts. Once per line; again has no effect. */
  public void openLine(Line line) {
    store.addLine(line);
    for (AccountKind kind : Standing.KINDS) account(kind, line.id(), null);
  }

  /** The account, opened if it does not exist yet. */
  public UUID account(AccountKind kind, UUID line, @Nullable UUID ref) {
    return store.open(List.of(new Opening(org.zhuqi.platform.shared.Ids.next(), kind, line, ref))).getFirst();
  }

  /** Another name for {@link #account}. */
  public UUID open(AccountKind kind, UUID line, @Nullable UUID ref) {
    return account(kind, line, ref);
  }

  /** An account to open, with an id of the caller's choice. */
  public record Opening(UUID id, AccountKind kind, UUID line, @Nullable UUID ref) {}

  /** Opens many accounts in one statement. For accounts that surely do not exist yet: the caller's ids stand. */
  public void openAll(List<Opening> accounts) {
    store.openNew(accounts);
  }

  /**
   * Writes transfers in one statement; the database applies them to the balances at once.
   *
   * @throws org.zhuqi.measures.MissingProvisionException when the measure names no flows at all
   * @throws IllegalArgumentException when the measure's menu of flows does not name a movement
   * @throws OverdraftException when an account or a hold does not have that much
   * @throws IllegalStateException when an id was used before for another transfer
   */
  public void post(List<Transfer> transfers) {
    if (!transfers.isEmpty()) store.add(transfers, flows.provisions(transfers));
  }

  public void post(Transfer transfer) {
    post(List.of(transfer));
  }

  /** Holds an amount for later; returns the hold's id. */
  public UUID hold(
      UUID line, UUID debit, UUID credit, Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    Transfer hold = Transfer.hold(line, debit, credit, amount, movement, subjectKind, subject, by);
    post(hold);
    return hold.id();
  }

  /** Moves a held amount, or part of it, to the account that it was held for. */
  public void capture(UUID hold, Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    post(store.hold(hold).capture(amount, movement, subjectKind, subject, by));
  }

  /** Sets a held amount, or part of it, free again. */
  public void release(UUID hold, Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    post(store.hold(hold).release(amount, movement, subjectKind, subject, by));
  }

  /** What a hold still holds, locked until the transaction ends is its account, not the hold. */
  public Money remaining(UUID hold) {
    return store.hold(hold).remaining();
  }

  /** What all these holds still hold. */
  public Map<UUID, Money> remaining(Collection<UUID> holds) {
    return store.remaining(holds);
  }

  /** Locks the accounts in id order until the transaction ends and says what is in them: look before you post. */
  public Map<UUID, Balance> locked(Collection<UUID> accounts) {
    return store.locked(accounts);
  }

  /** Balances, not locked. */
  public Map<UUID, Balance> balances(Collection<UUID> accounts) {
    return store.balances(accounts);
  }

  /** Where a line's money is. */
  public Position position(UUID line) {
    return store.positions(List.of(line)).getFirst();
  }

  /** The same for many lines, in one query. */
  public List<Position> positions(Collection<UUID> lines) {
    return store.positions(lines);
  }

  /** A line's account of one kind, if it was ever opened. */
  public Optional<UUID> find(AccountKind kind, UUID line, @Nullable UUID ref) {
    return store.find(kind, line, ref);
  }

  /** Every transfer from or to an account, in order. */
  @Transactional(readOnly = true)
  public List<Entry> ofAccount(UUID account) {
    return store.ofAccount(account);
  }

  /** Everything that happened about one subject, in order. */
  public List<Entry> about(UUID subject) {
    return store.about(subject);
  }
}
