package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/**
 * Contracts between enterprises and institutions. Each command is one transaction, checks who may by
 * {@link Transition#TABLE}, and leaves a step in the timeline and a record in the audit trail.
 */
@Service
@Transactional
public class Contracts {

  /** The enterprise drafts from a published item. */
  public Outcome<UUID> draft(Actor by, DraftContract draft) {
    throw new UnsupportedOperationException();
  }

  /** Sends the draft to the institution; its response time runs from here. */
  public Outcome<Contract> offer(Actor by, UUID contract) {
    throw new UnsupportedOperationException();
  }

  /** The side whose turn it is takes the terms as they stand. */
  public Outcome<Contract> accept(Actor by, UUID contract, int revision) {
    throw new UnsupportedOperationException();
  }

  /** Either side hands in the contract that both have signed and sealed; the other has to agree to this very file. */
  public Outcome<Contract> sign(Actor by, UUID contract, SignedPaper paper) {
    throw new UnsupportedOperationException();
  }

  /** The other side agrees to the file with this SHA-256. */
  public Outcome<Contract> agree(Actor by, UUID contract, String sha256) {
    throw new UnsupportedOperationException();
  }

  /**
   * Called by the room that locks the money, in its transaction: AGREED → FILED.
   *
   * @param lockedFen what it has locked; must be what the contract says vouchers pay
   */
  public Contract filed(Actor by, UUID contract, long lockedFen, @Nullable String provision) {
    throw new UnsupportedOperationException();
  }

  /** Called by the room that locks the money when it gives it back for good: running → ENDED. Does not call back. */
  public Contract released(Actor by, UUID contract, String reason) {
    throw new UnsupportedOperationException();
  }

  public Outcome<Contract> deliver(Actor by, UUID contract, String note, List<UUID> results) {
    throw new UnsupportedOperationException();
  }

  /** The enterprise confirms the result: COMPLETED. */
  public Outcome<Contract> confirm(Actor by, UUID contract) {
    throw new UnsupportedOperationException();
  }

  /**
   * Proposes to end, agrees to the other side's proposal, or ends at once where one side alone may: the enterprise when the
   * institution was removed, the centre by decision.
   */
  public Outcome<Contract> end(Actor by, UUID contract, String reason) {
    throw new UnsupportedOperationException();
  }

  /** @throws org.zhuqi.platform.shared.NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Contract get(UUID contract) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #get}, locking the row until the transaction ends: for filing and redemption. */
  public Contract lock(UUID contract) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Map<UUID, Contract> all(Collection<UUID> contracts) {
    throw new UnsupportedOperationException();
  }

  /** Running contracts of an institution: while there is one, it cannot leave the register. */
  @Transactional(readOnly = true)
  public List<Contract> running(UUID provider) {
    throw new UnsupportedOperationException();
  }

  /** Other contracts of the same two sides signed or running in these days: for seeing that a service was split. */
  @Transactional(readOnly = true)
  public List<Contract> between(UUID client, UUID provider, LocalDate from, LocalDate until) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<Contract> find(UUID contract) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public List<ContractStep> timeline(UUID contract) {
    throw new UnsupportedOperationException();
  }
}
