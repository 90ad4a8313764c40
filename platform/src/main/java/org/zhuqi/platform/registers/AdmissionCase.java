package org.zhuqi.platform.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseBody;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseKind;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** What the case of an application shows, and what its moves mean for the application. */
@Component
class AdmissionCase implements CaseKind {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final ApplicationStore store;
  private final Applications applications;
  private final Decisions decisions;

  AdmissionCase(
      ApplicationStore store,
      Applications applications,
      Decisions decisions) {
    this.store = store;
    this.applications = applications;
    this.decisions = decisions;
  }

  @Override
  public String kind() {
    return Applications.KIND;
  }

  @Override
  public CaseBody body(Actor viewer, CaseFile file) {
    Application a = application(file);
    RegisterRules rules = applications.rules(a);
    ApplicationForm form = applications.form(a, file);
    List<CaseBody.Section> sections = new ArrayList<>();
    sections.add(
        new CaseBody.Section(
            new Text("系统已掌握", "Known to the system"),
            form.known().stream().map(k -> new CaseBody.Field(k.label(), k.value(), null)).toList()));
    for (ApplicationForm.Group g : form.groups()) {
      sections.add(new CaseBody.Section(g.text(), fields(a, rules, g)));
    }
    sections.add(recommendations(form));
    sections.add(declaration(a, form));
    sections.removeIf(s -> s.fields().isEmpty());
    Decision decision = a.submittedOn() == null ? form.preview() : applications.decide(a);
    return new CaseBody(
        sections,
        List.of(new CaseBody.Evidence(kind(), a.id())),
        decision,
        canBeMissing(form),
        rules.stages(a.partyClass()).stages().stream().filter(s -> s.code().equals(file.stage())).map(s -> s.decides()).toList(),
        links(viewer, a));
  }

  private static List<CaseBody.Field> fields(Application a, RegisterRules rules, ApplicationForm.Group g) {
    return Stream.concat(
            g.facts().stream().map(asked -> field(a, rules, asked.fact(), a.stated().get(asked.fact().name()))),
            g.known().stream()
                .filter(k -> a.verified().containsKey(k.fact().name()))
                .map(k -> field(a, rules, k.fact(), String.valueOf(k.value()))))
        .toList();
  }

  private static CaseBody.Field field(Application a, RegisterRules rules, Fact fact, @Nullable Object stated) {
    Object verified = a.verified().get(fact.name());
    Text source =
        verified == null
            ? new Text("申请人填报", "stated")
            : verified.equals(stated)
                ? new Text("已核对", "checked")
                : new Text(
                    "已更正，原填 " + Applications.shown(rules, fact, stated).zh(),
                    "corrected; stated: " + Applications.shown(rules, fact, stated).en());
    return new CaseBody.Field(fact.label(), Applications.shown(rules, fact, verified == null ? stated : verified), source);
  }

  /** Who, by name and code; whether it counts stands in the decision beside it. */
  private static CaseBody.Section recommendations(ApplicationForm form) {
    return new CaseBody.Section(
        new Text("企业推荐", "Recommendations"),
        form.recommenders().stream()
            .map(
                r ->
                    new CaseBody.Field(
                        new Text(r.name() + "（" + r.creditCode() + "）", r.name() + " (" + r.creditCode() + ")"),
                        new Text(
                            "自 " + r.since() + " 起合作：" + r.statement(),
                            "Working together since " + r.since() + ": " + r.statement()),
                        new Text("推荐企业填报", "stated by the enterprise")))
            .toList());
  }

  /** What it agreed to when it handed the application in. */
  private static CaseBody.Section declaration(Application a, ApplicationForm form) {
    Text words = form.declaration();
    Instant at = a.declaredAt();
    Text title = new Text("承诺", "Declaration");
    if (words == null || at == null) return new CaseBody.Section(title, List.of());
    LocalDate on = LocalDate.ofInstant(at, ZONE);
    Text made = new Text("申请人 " + on + " 承诺", "Made by the applicant on " + on);
    return new CaseBody.Section(title, List.of(new CaseBody.Field(made, words, null)));
  }

  private static List<Menu.Item> canBeMissing(ApplicationForm form) {
    List<Menu.Item> items = new ArrayList<>();
    form.materials().forEach(s -> items.add(item(s.item())));
    form.groups().stream()
        .flatMap(g -> g.facts().stream())
        .forEach(f -> items.add(new Menu.Item(f.fact().name(), f.fact().label(), java.util.Set.of())));
    return items;
  }

  private static Menu.Item item(Materials.Item m) {
    return new Menu.Item(m.code(), m.name(), java.util.Set.of());
  }

  private static List<CaseBody.Link> links(Actor viewer, Application a) {
    return viewer.role().isParty()
        ? List.of(new CaseBody.Link(new Text("查看或修改申请", "See or change the application"), "/registers/applications/" + a.id()))
        : !viewer.is(Role.CENTRE, Role.BUREAU) ? List.of() : List.of(new CaseBody.Link(new Text("核对填报内容", "Check what was stated"), "/registers/applications/" + a.id() + "/check"));
  }

  @Override
  public Outcome<Void> moved(CaseFile file, CaseEvent event, Actor by, String reason) {
    Application a = application(file);
    return switch (event) {
      case SUBMITTED, RESUBMITTED -> declared(a);
      case STAGE_PASSED, PASSED -> stillEligible(a);
      case GRANTED, REFUSED, WITHDRAWN, LAPSED, OBJECTION_UPHELD, STOPPED -> {
        store.close(a.id());
        yield Outcome.done(null);
      }
      default -> Outcome.done(null);
    };
  }

  /** Handed in through the generic door, it would carry no declaration and no decision. */
  private static Outcome<Void> declared(Application a) {
    return a.declaredAt() != null
        ? Outcome.done(null)
        : Outcome.refused(
            Refusal.of("declaration_missing", "请在申请页面确认承诺后提交。", "Submit it on the application's page, with the declaration."));
  }

  /** Nobody passes what the measure refuses on the facts as they were checked; every condition that fails is named. */
  private Outcome<Void> stillEligible(Application a) {
    Decision decision = applications.decide(a);
    decisions.keep(decision, kind(), a.id());
    List<Refusal> failures =
        decision.failures().stream().map((Finding f) -> Applications.refusal("condition_fails", f, null)).toList();
    return failures.isEmpty() ? Outcome.done(null) : Outcome.refused(failures);
  }

  private Application application(CaseFile file) {
    return store.find(file.subject()).orElseThrow(() -> new NotFoundException("application " + file.subject()));
  }
}
