package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;

/**
 * Contracts between enterprises and institutions. Each command is one transaction, checks who may by
 * {@link Transition#TABLE}, and leaves a step in the timeline and a record in the audit trail.
 */
@Service
@Transactional
public class Contracts {
  private final ContractStore store;
  private final Negotiation negotiation;
  private final Performance performance;

  Contracts(ContractStore store, Negotiation negotiation, Performance performance) {
    this.store = store;
    this.negotiation = negotiation;
    this.performance = performance;
  }

  /** The enterprise drafts from an item that is in the catalogue today; the contract keeps that version of it. */
  public Outcome<UUID> draft(Actor by, DraftContract draft) {
    return negotiation.draft(by, draft);
  }

  /** The enterprise changes its draft. @param revision the one that it saw */
  public Outcome<Contract> edit(Actor by, UUID contract, int revision, Terms terms) {
    return negotiation.edit(by, contract, revision, terms);
  }

  /** Sends the draft to the institution; its response time runs from here. */
  public Outcome<Contract> offer(Actor by, UUID contract) {
    return negotiation.offer(by, contract);
  }

  /** Answers terms with other terms; then it is the other side's turn. Reopens terms already agreed, before agreement. */
  public Outcome<Contract> counter(Actor by, UUID contract, int revision, Terms terms, @Nullable String note) {
    return negotiation.counter(by, contract, revision, terms, note);
  }

  /** The side whose turn it is takes the terms as they stand. @param revision the one that it saw */
  public Outcome<Contract> accept(Actor by, UUID contract, int revision) {
    return negotiation.accept(by, contract, revision);
  }

  public Outcome<Contract> decline(Actor by, UUID contract, String reason) {
    return negotiation.decline(by, contract, reason);
  }

  /** Either side takes itself out before filing. */
  public Outcome<Contract> withdraw(Actor by, UUID contract, String reason) {
    return negotiation.withdraw(by, contract, reason);
  }

  /** Either side hands in the contract that both have signed and sealed; the other has to agree to this very file. */
  public Outcome<Contract> sign(Actor by, UUID contract, SignedPaper paper) {
    return negotiation.sign(by, contract, paper);
  }

  /** The other side agrees to the file with this SHA-256. */
  public Outcome<Contract> agree(Actor by, UUID contract, String sha256) {
    return negotiation.agree(by, contract, sha256);
  }

  /**
   * Called by the room that locks the money, in its transaction: AGREED → FILED.
   *
   * @param lockedFen what it has locked; must be what the contract says vouchers pay
   * @param funders whose vouchers these are: from now on their officials see it too
   * @throws org.zhuqi.platform.shared.RefusedException when the contract is in another state
   */
  public Contract filed(Actor by, UUID contract, long lockedFen, Set<String> funders, @Nullable String provision) {
    return performance.filed(by, contract, lockedFen, funders, provision);
  }

  /**
   * Called by the room that locks the money when it gives it back for good: running → ENDED. Does not call {@link Locks}
   * again. Idempotent.
   */
  public Contract released(Actor by, UUID contract, String reason) {
    return performance.released(by, contract, reason);
  }

  public Outcome<Contract> start(Actor by, UUID contract, @Nullable String note) {
    return performance.start(by, contract, note);
  }

  public Outcome<Contract> progress(Actor by, UUID contract, String note) {
    return performance.progress(by, contract, note);
  }

  /** The institution delivers with its results, documents of its vault. */
  public Outcome<Contract> deliver(Actor by, UUID contract, String note, List<UUID> results) {
    return performance.deliver(by, contract, note, results);
  }

  /** The enterprise confirms the result: COMPLETED. */
  public Outcome<Contract> confirm(Actor by, UUID contract) {
    return performance.confirm(by, contract);
  }

  /** The enterprise returns the result with its reason; the service goes on. */
  public Outcome<Contract> refuseResult(Actor by, UUID contract, String reason) {
    return performance.refuseResult(by, contract, reason);
  }

  /**
   * Proposes to end, agrees to the other side's proposal, or ends at once where one side alone may: the enterprise when the
   * institution was removed, the centre by decision. On the end, {@link Locks} give back what is still locked.
   */
  public Outcome<Contract> end(Actor by, UUID contract, String reason) {
    return performance.end(by, contract, reason);
  }

  /** @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Contract get(UUID contract) {
    return store.find(contract).orElseThrow(() -> new NotFoundException("contract " + contract));
  }

  /** The contract for one who may see it: a side, or an official whose area covers it. @throws NotFoundException for everybody else */
  @Transactional(readOnly = true)
  public Contract get(Actor by, UUID contract) {
    Contract c = get(contract);
    if (!maySee(by, c)) throw new NotFoundException("contract " + contract);
    return c;
  }

  /** By the contract's own number or the one under which it is filed; empty also for one who may not see it. */
  @Transactional(readOnly = true)
  public Optional<Contract> byNumber(Actor by, String number) {
    return store.byNumber(number).filter(c -> maySee(by, c));
  }

  static boolean maySee(Actor by, Contract c) {
    if (c.client().equals(by.party())) return true;
    // A draft that was never offered is the enterprise's own.
    if (c.offeredAt() == null) return by.role().seesAll();
    if (c.provider().equals(by.party())) return true;
    // Whoever reviews redemptions and inspects reads the contracts that vouchers pay.
    if (by.is(Role.REVIEWER)) return c.filingNumber() != null && c.concerns(by);
    return by.is(Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.AUDITOR, Role.SYSTEM) && c.concerns(by);
  }

  /** As {@link #get}, locking the row until the transaction ends: for filing and redemption. */
  public Contract lock(UUID contract) {
    return store.lock(contract).orElseThrow(() -> new NotFoundException("contract " + contract));
  }

  @Transactional(readOnly = true)
  public Optional<Contract> find(UUID contract) {
    return store.find(contract);
  }

  /** Those that exist, by id, in one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, Contract> all(Collection<UUID> contracts) {
    return store.all(contracts).stream().collect(Collectors.toMap(Contract::id, c -> c));
  }

  /** Running contracts of an institution, by their end: while there is one, it cannot leave the register. */
  @Transactional(readOnly = true)
  public List<Contract> running(UUID provider) {
    return store.running(provider);
  }

  /** Running contracts of an enterprise: what a finding against an institution may concern. */
  @Transactional(readOnly = true)
  public List<Contract> runningOf(UUID client) {
    return store.runningOf(client);
  }

  /** Contracts of the same two sides signed in these days or running in them: for seeing that a service was split. */
  @Transactional(readOnly = true)
  public List<Contract> between(UUID client, UUID provider, LocalDate from, LocalDate until) {
    return store.between(client, provider, from, until);
  }

  /**
   * Everything that a party did as a client or as a provider, newest first: its service archive.
   *
   * @throws NotFoundException for another party; officials who oversee contracts may
   */
  @Transactional(readOnly = true)
  public List<Contract> archive(Actor by, UUID party) {
    if (!party.equals(by.party()) && !by.is(Role.CENTRE, Role.AUDITOR)) throw new NotFoundException("archive " + party);
    return store.archive(party).stream().filter(c -> maySee(by, c)).toList();
  }

  /** The parties that have an archive with something in it for this official, by name. */
  @Transactional(readOnly = true)
  public Map<UUID, String> parties(Actor official) {
    return store.parties(official);
  }

  /** What waits for this side or is owed by it, most urgent first. */
  @Transactional(readOnly = true)
  public List<Contract> waiting(UUID party) {
    return store.waiting(party);
  }

  /** Contracts that this official's agency handles, past their period today and not delivered, longest first. */
  @Transactional(readOnly = true)
  public List<Contract> overdue(Actor official, LocalDate today) {
    return store.overdue(official, today).stream().filter(c -> c.isHandledBy(official)).toList();
  }

  /** Every step, oldest first. */
  @Transactional(readOnly = true)
  public List<ContractStep> timeline(UUID contract) {
    return store.steps(contract);
  }

  /** What this viewer may do now, and in words why not the rest that its side could do at other times. */
  @Transactional(readOnly = true)
  public List<PossibleAct> possible(Actor by, Contract c) {
    return PossibleAct.of(by, c, performance);
  }
}
