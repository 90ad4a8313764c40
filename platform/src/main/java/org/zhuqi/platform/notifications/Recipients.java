package org.zhuqi.platform.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Whom a message is for. */
public sealed interface Recipients {

  /** One person. */
  record Account(UUID account) implements Recipients {}

  /** Everybody who acts for an enterprise or institution. */
  record Party(UUID party) implements Recipients {}

  /** Everybody at a desk: of a role, for one funder or (null) for all. */
  record Desk(Role role, @Nullable String funder) implements Recipients {}

  static Recipients account(UUID account) {
    return new Account(account);
  }

  static Recipients party(UUID party) {
    return new Party(party);
  }

  static Recipients desk(Role role, @Nullable String funder) {
    return new Desk(role, funder);
  }

  /** How it stands in the table. */
  default String address() {
    return switch (this) {
      case Account(var id) -> "account:" + id;
      case Party(var id) -> "party:" + id;
      case Desk(var role, var funder) -> "role:" + role + ":" + (funder == null ? "*" : funder);
    };
  }

  /** Every address under which somebody is reached. */
  static List<String> addressesOf(Actor a) {
    List<String> addresses = new ArrayList<>();
    if (a.account() != null) addresses.add(account(a.account()).address());
    if (a.party() != null) addresses.add(party(a.party()).address());
    addresses.add(desk(a.role(), null).address());
    a.funders().forEach(f -> addresses.add(desk(a.role(), f).address()));
    return addresses;
  }
}
