package org.zhuqi.platform.notifications;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.shared.Role;

/** Whose e-mail addresses stand behind an address of the table, at the time of sending. */
@Component
class Addresses {
  private final Accounts accounts;

  Addresses(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Distinct; empty where nobody left one. */
  List<String> of(String address) {
    String[] parts = address.split(":");
    Stream<Account> who =
        switch (parts[0]) {
          case "account" -> Stream.of(accounts.get(UUID.fromString(parts[1])));
          case "party" -> accounts.ofParty(UUID.fromString(parts[1])).stream();
          case "role" -> accounts.withRole(Role.valueOf(parts[1]), parts[2].equals("*") ? null : parts[2]).stream();
          default -> throw new IllegalStateException("not an address: " + address);
        };
    return who.filter(a -> !a.disabled()).map(Account::email).filter(Objects::nonNull).filter(m -> !m.isBlank()).distinct().toList();
  }
}
