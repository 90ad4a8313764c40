package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Applications for a register, and its entries. */
@Service
@Transactional
public class Registers {

  /** Begins an application as a draft, or goes on with the one that is open; returns its id. Refused inside a bar. */
  public Outcome<UUID> apply(Actor by, Apply command) {
    throw new UnsupportedOperationException();
  }

  /** Saves what was stated so far; called by itself as the form is filled in. */
  public Outcome<Void> save(Actor by, UUID application, Map<String, Object> facts) {
    throw new UnsupportedOperationException();
  }

  /** Attaches a document of the vault as a material, instead of any attached before. */
  public Outcome<Void> attach(Actor by, UUID application, String material, UUID document) {
    throw new UnsupportedOperationException();
  }

  /**
   * Hands it in. Everything that lacks and every condition that fails is named at once.
   *
   * @return the receipt number
   */
  public Outcome<String> submit(Actor by, UUID application, boolean declared) {
    throw new UnsupportedOperationException();
  }

  /** Publishes passed applications of one register as a notice; returns its id. */
  public Outcome<UUID> publish(Actor by, String measure, String register, List<UUID> applications) {
    throw new UnsupportedOperationException();
  }

  /** The latest entry of a party in any register of a measure, as it is at this moment. */
  @Transactional(readOnly = true)
  public Optional<Entry> entryOf(UUID party, String measure) {
    throw new UnsupportedOperationException();
  }

  /** What other measures ask about an institution: {@code institution.entry_live} and the like. */
  @Transactional(readOnly = true)
  public Map<String, Object> institutionFacts(UUID party) {
    throw new UnsupportedOperationException();
  }
}
