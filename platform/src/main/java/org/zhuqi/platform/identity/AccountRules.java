package org.zhuqi.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** What an account must look like: one sentence per field, all of them at once. */
@Component
class AccountRules {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@-]{3,64}");
  private static final int NAME_MAX = 60;
  private final Agencies agencies;
  private final Passwords passwords;

  AccountRules(Agencies agencies, Passwords passwords) {
    this.agencies = agencies;
    this.passwords = passwords;
  }

  List<Refusal> check(OpenAccount a, @Nullable Party party) {
    List<Refusal> wrong = person(a.login(), a.name(), a.password());
    if (a.party() != null) {
      if (party == null || a.roles().isEmpty() || !rolesOf(party.kinds()).containsAll(a.roles())) {
        wrong.add(refusal("roles", "账号的身份须与单位类型相符。", "The roles must be those that the party has."));
      }
      return wrong;
    }
    if (a.roles().size() != 1) {
      wrong.add(refusal("role", "请选择一个岗位；一个账号只能有一个岗位。", "Choose one role; an account of an official has exactly one."));
    } else {
      wrong.addAll(office(a.roles().iterator().next(), a.agency(), a.funders()));
    }
    return wrong;
  }

  /** Login name, name and, where given, password. */
  List<Refusal> person(String login, String name, @Nullable String password) {
    List<Refusal> wrong = new ArrayList<>();
    if (!LOGIN.matcher(AccountStore.login(login)).matches()) {
      wrong.add(refusal("login", "登录名须为 3 至 64 个字母、数字或 . _ - @。", "A login name has 3 to 64 letters, digits or . _ - @."));
    }
    if (name.isBlank() || name.length() > NAME_MAX) {
      wrong.add(refusal("name", "请填写姓名（最多 " + NAME_MAX + " 个字）。", "Give the name (at most " + NAME_MAX + " characters)."));
    }
    if (password != null) wrong.addAll(passwords.problems(password, login, "password"));
    return wrong;
  }

  List<Refusal> office(Role role, @Nullable String agency, Set<String> funders) {
    List<Refusal> wrong = new ArrayList<>();
    if (role.isParty() || role == Role.SYSTEM) {
      wrong.add(refusal("role", "该岗位不能授予工作人员。", "An official cannot have this role."));
    }
    var found = agency == null ? java.util.Optional.<Agency>empty() : agencies.find(agency);
    if (found.isEmpty()) {
      wrong.add(refusal("agency", "请选择所属单位。", "Choose the agency."));
    } else if (!found.get().funders().containsAll(funders)) {
      wrong.add(refusal("funders", "所选资金方超出该单位的范围。", "That agency does not handle all of these funders."));
    } else if (funders.isEmpty() && !role.seesAll() && role != Role.ADMIN) {
      wrong.add(refusal("funders", "请至少选择一个资金方，否则该账号看不到任何业务。", "Choose at least one funder, or the account sees no work."));
    }
    return wrong;
  }

  /** In which roles the people of a party can act. */
  static Set<Role> rolesOf(Set<PartyKind> kinds) {
    Set<Role> roles = java.util.EnumSet.noneOf(Role.class);
    for (PartyKind kind : kinds) roles.add(kind.isHolder() ? Role.ENTERPRISE : Role.INSTITUTION);
    return roles;
  }

  static Refusal loginTaken(String login) {
    return refusal("login", "登录名“" + login + "”已被使用，请换一个。", "The login name \"" + login + "\" is taken; choose another.");
  }

  private static Refusal refusal(String field, String zh, String en) {
    return Refusal.of("account_" + field.toLowerCase(Locale.ROOT), zh, en).at(field);
  }
}
