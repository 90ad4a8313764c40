package org.zhuqi.platform.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** A party comes to the platform: the party and the account of its first person, or neither. */
@Service
@Transactional
public class Registration {
  private final Parties parties;
  private final Accounts accounts;
  private final AccountRules rules;
  private final AddressTries addresses;

  Registration(Parties parties, Accounts accounts, AccountRules rules, AddressTries addresses) {
    this.parties = parties;
    this.accounts = accounts;
    this.rules = rules;
    this.addresses = addresses;
  }

  /** What was made. */
  public record Registered(UUID party, UUID account) {}

  /**
   * Refused with everything that is wrong with the party and with the account, and nothing is left behind.
   *
   * @param address of the client: each registration takes a credit code, so that one address has only so many a day
   */
  public Outcome<Registered> register(RegisterParty party, String login, String password, String address) {
    List<Refusal> wrong = problems(party, login, password);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Duration wait = addresses.takeRegistration(address);
    if (wait.isPositive()) {
      return Outcome.refused(
          Refusal.of("too_many_registrations", "您所在的网络地址今天注册的单位过多。", "Too many bodies were registered from your network address today.")
              .remedy("请约 " + Math.ceilDiv(wait.toMinutes() + 1, 60) + " 小时后再试，或请服务中心代为办理。",
                  "Try again in about " + Math.ceilDiv(wait.toMinutes() + 1, 60) + " hours, or ask the service centre."));
    }
    UUID account = Ids.next();
    Set<Role> roles = AccountRules.rolesOf(party.kinds());
    Actor self = new Actor(account, party.contactName(), roles.stream().sorted().findFirst().orElseThrow(), null, null, Set.of());
    UUID id = parties.register(self, party).orThrow();
    OpenAccount first = OpenAccount.ofParty(login, party.contactName(), id, roles).withEmail(party.email()).withPassword(password);
    accounts.open(Actor.SYSTEM, account, first).orThrow();
    return Outcome.done(new Registered(id, account));
  }

  /** What {@link #register} would refuse, without doing it. */
  @Transactional(readOnly = true)
  public List<Refusal> problems(RegisterParty party, String login, String password) {
    List<Refusal> wrong = new ArrayList<>(parties.problems(party));
    // A missing name is said of the contact person already.
    wrong.addAll(rules.person(login, party.contactName().isBlank() ? "?" : party.contactName(), password));
    if (accounts.byLogin(login).isPresent()) wrong.add(AccountRules.loginTaken(login));
    return wrong;
  }
}
