package org.zhuqi.platform.parties.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.Masked;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyForm;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.parties.Project;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.Fact;
import org.zhuqi.platform.web.listing.Column.Kind;
import org.zhuqi.platform.web.listing.Filter.Option;

/** Parties in words. */
public final class PartyWords {
  private static final Map<String, Text> ACTS =
      Map.ofEntries(
          Map.entry("party.registered", new Text("注册", "Registered")),
          Map.entry("party.changed", new Text("变更信息", "Changed")),
          Map.entry("party.verified", new Text("认证通过", "Authenticated")),
          Map.entry("party.unverified", new Text("撤销认证", "Authentication taken back")),
          Map.entry("party.related", new Text("登记关联", "Relation recorded")),
          Map.entry("party.relation_ended", new Text("关联终止", "Relation ended")),
          Map.entry("party.project_added", new Text("登记投资项目", "Project recorded")),
          Map.entry("party.project_checked", new Text("核对项目备案", "Project checked")),
          Map.entry("party.contact_shown", new Text("查看联系方式", "Contact looked at")),
          Map.entry("bank_account.set", new Text("设置收款账户", "Bank account set")),
          Map.entry("bank_account.bounced", new Text("付款被退回", "Payment bounced")));

  private PartyWords() {}

  static Badge verified(Party party) {
    return party.isVerified() ? Badge.good("已认证", "Authenticated") : Badge.waiting("待认证", "Not yet authenticated");
  }

  /** Whether a project is filed, as far as anybody has looked. */
  public static Badge filed(Project project) {
    if (project.filed() == null) return Badge.waiting("备案待核对", "Filing not yet checked");
    return project.isFiled() ? Badge.good("已备案", "Filed") : Badge.bad("未备案", "Not filed");
  }

  static List<Fact> facts(Party p, Areas areas, PartyForm form, boolean masked) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(Kind.CODE, "统一社会信用代码", "Credit code", p.creditCode().value()));
    facts.add(Fact.of("类型", "Kind", kinds(p)));
    facts.add(Fact.of("单位性质", "Body", p.partyClass().label()));
    facts.add(Fact.of("注册地", "Registered in", areas.label(p.area())));
    facts.add(Fact.of(Kind.DATE, "成立日期", "Established", p.foundedOn()));
    if (p.industry() != null) facts.add(Fact.of("所属产业", "Industry", label(form.industries(), p.industry())));
    facts.add(Fact.of("独立法人", "Legal person", yes(p.legalPerson())));
    facts.add(Fact.of("依法纳税", "Pays tax by law", yes(p.taxCompliant())));
    facts.add(Fact.of("联系人", "Contact", masked ? Masked.name(p.contactName()) : p.contactName()));
    facts.add(Fact.of("联系电话", "Phone", masked ? Masked.phone(p.phone()) : p.phone()));
    facts.add(Fact.of("电子邮箱", "E-mail", masked && p.email() != null ? Masked.email(p.email()) : p.email()));
    facts.add(Fact.of("办公地址", "Address", p.address()));
    facts.add(Fact.of(Kind.DATE, "注册日期", "Registered on", p.registeredOn()));
    facts.add(Fact.of(Kind.BADGE, "平台认证", "Authentication", verified(p)));
    if (p.isVerified()) facts.add(Fact.of(Kind.DATE, "认证日期", "Authenticated on", p.verifiedOn()));
    return facts;
  }

  static Text kinds(Party p) {
    List<Text> labels = p.kinds().stream().sorted().map(PartyKind::label).toList();
    return new Text(String.join("、", labels.stream().map(Text::zh).toList()), String.join(", ", labels.stream().map(Text::en).toList()));
  }

  private static Text yes(boolean value) {
    return value ? new Text("是", "yes") : new Text("否", "no");
  }

  private static Text label(List<Option> options, @Nullable String code) {
    return options.stream().filter(o -> o.value().equals(code)).map(Option::label).findFirst().orElse(new Text("—", "—"));
  }

  static Event event(AuditRecord r) {
    Text what = ACTS.getOrDefault(r.act(), new Text(r.act(), r.act()));
    boolean sayNothing = r.grounds().isBlank() || r.grounds().equals(what.zh());
    Badge.Tone tone =
        switch (r.act()) {
          case "party.verified" -> Badge.Tone.GOOD;
          case "party.unverified", "bank_account.bounced" -> Badge.Tone.WARN;
          default -> Badge.Tone.RUNNING;
        };
    return new Event(tone, what, Event.who(r.name()), r.at().toInstant(), sayNothing ? null : new Text(r.grounds(), r.grounds()), r.provision());
  }
}
