package org.zhuqi.platform.parties;

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

/** Who the parties are. Each command is one transaction. */
@Service
@Transactional
public class Parties {
  /** Registers a party. Refused with one sentence per field that is missing or wrong, or when the code is known. */
  public Outcome<UUID> register(Actor by, RegisterParty r) {
    throw new UnsupportedOperationException();
  }

  /** @throws org.zhuqi.platform.shared.NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Party get(UUID party) {
    throw new UnsupportedOperationException();
  }

  /** Those that exist, by id, in one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, Party> of(Collection<UUID> parties) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<Party> byCreditCode(String creditCode) {
    throw new UnsupportedOperationException();
  }

  /** What the system knows, under the names that packs declare; what is not known is absent. */
  @Transactional(readOnly = true)
  public Map<String, Object> facts(UUID party) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #facts}, for many parties in one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, Map<String, Object>> factsOf(Collection<UUID> parties) {
    throw new UnsupportedOperationException();
  }

  /** The projects of an owner, oldest first. */
  @Transactional(readOnly = true)
  public List<Project> projects(UUID party) {
    throw new UnsupportedOperationException();
  }

  /**
   * Records what ties a party to others. The same twice changes nothing.
   *
   * @param value identity number or credit code, phone number, or bank account number; only its keyed hash is kept
   * @param name of the person or organisation, kept masked; null for phones and bank accounts
   */
  public void relate(Actor by, UUID party, RelationKind kind, String value, @Nullable String name) {
    throw new UnsupportedOperationException();
  }

  /** What two parties have in common today: empty when nothing is known. */
  @Transactional(readOnly = true)
  public List<Relation> related(UUID a, UUID b) {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether somebody with an account is tied to a party: belongs to it, declared an interest in it or in a party with the
   * same controller, owner or legal representative, or is on record as its person. The database function {@code
   * party_related_to_account(account, party)} is the same, for triggers.
   */
  @Transactional(readOnly = true)
  public boolean relatedToAccount(UUID account, UUID party) {
    throw new UnsupportedOperationException();
  }

  /** An official has checked the licence document: the party is authenticated from today. */
  public Outcome<Void> verify(Actor by, UUID party, String grounds) {
    throw new UnsupportedOperationException();
  }
}
