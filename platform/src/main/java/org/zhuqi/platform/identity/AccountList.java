package org.zhuqi.platform.identity;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The accounts as a list that can be filtered and exported. */
@Component
public class AccountList {
  private final Agencies agencies;
  private final Listing<Row> listing;

  /** One account. */
  public record Row(
      UUID id, String login, String name, String role, @Nullable String agency, @Nullable String party, String state,
      @Nullable OffsetDateTime lastSignIn) {
    Badge badge() {
      return switch (state) {
        case "DISABLED" -> Badge.off("停用", "Disabled");
        case "LOCKED" -> Badge.bad("锁定", "Locked");
        case "ONE_TIME" -> Badge.waiting("待改密码", "One-time password");
        default -> Badge.good("正常", "Active");
      };
    }
  }

  private static final String SQL =
      """
      select a.id, a.login, a.name, array_to_string(a.roles, ',') as role, a.agency, p.name as party, a.last_sign_in,
             case when a.disabled then 'DISABLED' when a.locked_until > now() then 'LOCKED'
                  when a.must_change then 'ONE_TIME' else 'ACTIVE' end as state
        from account a left join party p on p.tenant = a.tenant and p.id = a.party_id""";

  AccountList(Agencies agencies) {
    this.agencies = agencies;
    this.listing =
        Listing.of("accounts", Row.class, SQL)
            .title("账号", "Accounts")
            .code("login", "登录名", "Login", Row::login)
            .text("name", "姓名", "Name", Row::name)
            .text("role", "岗位", "Role", r -> roles(r.role()))
            .text("agency", "单位", "Body", this::body)
            .badge("state", "状态", "State", Row::badge)
            .time("last_sign_in", "最近登录", "Last sign-in", Row::lastSignIn)
            .search("登录名、姓名、单位", "Login, name, body", "login", "name", "party")
            .select("role", "岗位", "Role", AccountList::roleOptions)
            .select("agency", "所属单位", "Agency", () -> agencies.all().stream().map(a -> new Option(a.code(), a.label())).toList())
            .select("state", "状态", "State", AccountList::stateOptions)
            .opens(r -> "/admin/accounts/" + r.id())
            .orderedBy("login")
            .empty("还没有账号。", "No accounts yet.");
  }

  public Listing<Row> listing() {
    return listing;
  }

  private Text body(Row row) {
    if (row.party() != null) return new Text(row.party(), row.party());
    return row.agency() == null ? new Text("—", "—") : agencies.label(row.agency());
  }

  private static Text roles(String names) {
    List<Text> labels = Arrays.stream(names.split(",")).map(n -> Role.valueOf(n).label()).toList();
    return new Text(String.join("、", labels.stream().map(Text::zh).toList()), String.join(", ", labels.stream().map(Text::en).toList()));
  }

  private static List<Option> roleOptions() {
    return Arrays.stream(Role.values()).filter(r -> r != Role.SYSTEM).map(r -> new Option(r.name(), r.label())).toList();
  }

  private static List<Option> stateOptions() {
    return List.of(
        Option.of("ACTIVE", "正常", "Active"), Option.of("ONE_TIME", "待改密码", "One-time password"),
        Option.of("LOCKED", "锁定", "Locked"), Option.of("DISABLED", "停用", "Disabled"));
  }
}
