package org.zhuqi.platform.parties;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Where the parties' money goes. Each command is one transaction. */
@Service
@Transactional
public class BankAccounts {
  /** The party names its account; a former one is kept as history. The same again changes nothing. */
  public Outcome<UUID> set(Actor by, UUID party, String holder, String bank, String number) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<BankAccount> current(UUID party) {
    throw new UnsupportedOperationException();
  }

  /** The current accounts of many parties, in one statement; a party without one is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, BankAccount> currentOf(Collection<UUID> parties) {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<BankAccount> history(UUID party) {
    throw new UnsupportedOperationException();
  }

  /** The bank sent a payment back: the account stays unusable until the party names another, or the same once more. */
  public void bounced(Actor by, UUID bankAccount, String reason) {
    throw new UnsupportedOperationException();
  }
}
