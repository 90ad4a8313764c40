package org.zhuqi.platform.identity.web;

import java.util.Map;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.web.Badge.Tone;
import org.zhuqi.platform.web.Event;

/** What the trail knows of an account, in words. */
final class AccountEvents {
  private static final Map<String, Text> WORDS =
      Map.ofEntries(
          Map.entry("account.opened", new Text("开通账号", "Account opened")),
          Map.entry("account.disabled", new Text("停用账号", "Account disabled")),
          Map.entry("account.enabled", new Text("启用账号", "Account enabled")),
          Map.entry("account.locked", new Text("连续登录失败，账号锁定", "Locked after failures")),
          Map.entry("account.sign_in_failed", new Text("登录失败", "Sign-in failed")),
          Map.entry("account.unlocked", new Text("解除锁定", "Unlocked")),
          Map.entry("account.assigned", new Text("调整岗位", "Office changed")),
          Map.entry("account.password_reset", new Text("重置密码", "Password reset")),
          Map.entry("account.password_changed", new Text("本人修改密码", "Password changed")),
          Map.entry("account.token_issued", new Text("签发接口令牌", "API token issued")),
          Map.entry("account.roles_followed", new Text("身份随单位类型变更", "Roles followed the party")),
          Map.entry("session.began", new Text("登录", "Signed in")),
          Map.entry("session.ended", new Text("退出", "Signed out")),
          Map.entry("session.role", new Text("切换身份", "Acted in another role")),
          Map.entry("interest.declared", new Text("申报关联", "Interest declared")),
          Map.entry("interest.ended", new Text("关联终止", "Interest ended")));

  private AccountEvents() {}

  static Event of(AuditRecord r) {
    Text what = WORDS.getOrDefault(r.act(), new Text(r.act(), r.act()));
    boolean sayNothing = r.grounds().isBlank() || r.grounds().equals(what.zh());
    return new Event(tone(r.act()), what, Event.who(r.name()), r.at().toInstant(), sayNothing ? null : new Text(r.grounds(), r.grounds()), r.provision());
  }

  private static Tone tone(String act) {
    return switch (act) {
      case "account.disabled", "account.locked" -> Tone.BAD;
      case "account.sign_in_failed" -> Tone.WARN;
      case "account.opened", "account.enabled", "account.unlocked" -> Tone.GOOD;
      default -> Tone.RUNNING;
    };
  }
}
