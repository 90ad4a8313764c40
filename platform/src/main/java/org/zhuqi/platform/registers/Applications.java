package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.documents.AskedPaper;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Refusal;

/** What an application says and lacks, and what its version of the measure answers. Reads only. */
@Component
class Applications {
  static final String KIND = "register.application";

  private final RegisterCatalog catalog;
  private final ApplicantFacts facts;
  private final Documents documents;
  private final Clock clock;

  Applications(RegisterCatalog catalog, ApplicantFacts facts, Documents documents, Clock clock) {
    this.catalog = catalog;
    this.facts = facts;
    this.documents = documents;
    this.clock = clock;
  }

  RegisterRules rules(Application a) {
    return catalog.version(a.measure(), a.version(), a.register());
  }

  /** The conditions as of the day of submission, or of today while it is a draft. */
  Decision decide(Application a) {
    RegisterRules rules = rules(a);
    return rules.pack().decide(rules.eligibility(), a.partyClass(), facts.all(a, rules), facts.asOf(a));
  }

  /** Everything that stands in the way of handing it in: papers, conditions, declaration, the measure's own life. */
  List<Refusal> wrong(Application a, boolean declared) {
    RegisterRules rules = rules(a);
    LocalDate today = LocalDate.now(clock);
    List<Refusal> wrong = new ArrayList<>();
    Finding life = rules.life().check(Life.Act.APPLY, today);
    if (!life.holds()) wrong.add(refusal("measure_not_in_force", life, null));
    Finding papers = papers(a, today);
    if (!papers.holds()) wrong.add(refusal("materials_missing", papers, "materials"));
    for (Document d : documents.attachedTo(KIND, a.id())) notCounting(a, d, today).forEach(r -> wrong.add(r.at("materials")));
    for (Finding f : decide(a).failures()) wrong.add(refusal("condition_" + f.verdict().name().toLowerCase(java.util.Locale.ROOT), f, null));
    if (!declared && rules.materials(a.partyClass()).declaration() != null) {
      wrong.add(
          Refusal.of("declaration_missing", "请确认承诺后再提交。", "Please make the declaration before you submit.")
              .by(rules.materials(a.partyClass()).id())
              .at("declared"));
    }
    return wrong;
  }

  static Refusal refusal(String code, Finding f, @Nullable String field) {
    return new Refusal(code, f.provision(), f.sentence(), f.remedy(), field);
  }

  private Finding papers(Application a, LocalDate today) {
    RegisterRules rules = rules(a);
    Set<String> there =
        documents.attachedTo(KIND, a.id()).stream()
            .filter(d -> notCounting(a, d, today).isEmpty())
            .map(Document::materialCode)
            .collect(Collectors.toCollection(HashSet::new));
    Materials materials = rules.materials(a.partyClass());
    Collection<String> stated = a.stated().keySet();
    return materials.check(a.partyClass(), facts.all(a, rules), today, there, stated);
  }

  /** Why a paper that was attached does not count, or no longer. */
  private List<Refusal> notCounting(Application a, Document d, LocalDate today) {
    return AskedPaper.of(rules(a).materials(a.partyClass()), d.materialCode()).map(p -> p.wrong(d, today)).orElse(List.of());
  }

  ApplicationForm form(Application a, CaseFile file) {
    RegisterRules rules = rules(a);
    Map<String, Object> known = facts.known(a, rules);
    Materials materials = rules.materials(a.partyClass());
    return new ApplicationForm(
        a,
        file,
        rules.pack().title(),
        known(rules, known),
        facts.recommenders(a),
        groups(rules, a, known),
        slots(materials, a),
        materials.id(),
        materials.declaration(),
        decide(a),
        missing(a, rules));
  }

  /** What still stands in the way, in short: of several ways only that one is needed, not what each of them lacks. */
  private List<Text> missing(Application a, RegisterRules rules) {
    Set<String> parts =
        rules.pack().byRole(Condition.class, rules.eligibility(), a.partyClass()).stream()
            .filter(c -> c.combination() != Condition.Combination.ALL)
            .flatMap(c -> c.of().stream())
            .collect(Collectors.toSet());
    return wrong(a, true).stream()
        .filter(r -> r.provision() == null || !parts.contains(r.provision()))
        .map(Refusal::sentence)
        .distinct()
        .toList();
  }

  private List<ApplicationForm.Known> known(RegisterRules rules, Map<String, Object> known) {
    return rules.factGroups("").stream()
        .flatMap(g -> g.facts().stream())
        .filter(f -> known.containsKey(f.name()))
        .distinct()
        .map(f -> new ApplicationForm.Known(f.label(), shown(rules, f, known.get(f.name()))))
        .toList();
  }

  private static List<ApplicationForm.Group> groups(RegisterRules rules, Application a, Map<String, Object> known) {
    List<ApplicationForm.Group> groups = new ArrayList<>();
    Set<String> everybody =
        rules.pack().byRole(Condition.class, rules.eligibility(), a.partyClass()).stream()
            .map(Condition::id)
            .collect(Collectors.toSet());
    for (RegisterRules.Group g : rules.factGroups(a.partyClass())) {
      List<ApplicationForm.Asked> asked =
          g.facts().stream()
              .filter(f -> RegisterRules.isAsked(f) && !known.containsKey(f.name()))
              .map(f -> new ApplicationForm.Asked(f, rules.pack().options(f), a.stated().get(f.name())))
              .toList();
      List<ApplicationForm.Asked> correctable =
          g.facts().stream()
              .filter(f -> RegisterRules.isAsked(f) && known.containsKey(f.name()))
              .map(f -> new ApplicationForm.Asked(f, rules.pack().options(f), known.get(f.name())))
              .toList();
      boolean way = !everybody.contains(g.condition().id());
      if (!asked.isEmpty() || !correctable.isEmpty() || way) {
        groups.add(new ApplicationForm.Group(g.condition().id(), g.condition().text(), way, asked, correctable));
      }
    }
    return groups;
  }

  private List<ApplicationForm.Slot> slots(Materials materials, Application a) {
    LocalDate today = LocalDate.now(clock);
    List<Document> attached = documents.attachedTo(KIND, a.id());
    Map<String, Object> all = facts.all(a, rules(a));
    Set<String> required =
        materials.required(a.partyClass(), all, today).stream().map(Materials.Item::code).collect(Collectors.toSet());
    return materials.items().stream()
        .filter(i -> i.isFor(a.partyClass()))
        .map(
            i -> {
              List<Document> here = attached.stream().filter(d -> d.materialCode().equals(i.code())).toList();
              return new ApplicationForm.Slot(i, required.contains(i.code()), here);
            })
        .toList();
  }

  /** A fact's value in words. */
  static Text shown(RegisterRules rules, Fact fact, @Nullable Object value) {
    return shown(rules.pack().options(fact), fact, value);
  }

  static Text shown(List<Menu.Item> options, Fact fact, @Nullable Object value) {
    if (value == null || value.toString().isEmpty()) return new Text("（未填）", "(not given)");
    return switch (fact.type()) {
      case BOOL -> Boolean.TRUE.equals(value) ? new Text("是", "yes") : new Text("否", "no");
      case MONEY -> money(value instanceof Money m ? m : new Money(((Number) value).longValue()));
      case STRING -> label(options, value.toString());
      case LIST -> join(((List<?>) value).stream().map(v -> label(options, v.toString())).toList());
      default -> new Text(value.toString(), value.toString());
    };
  }

  private static Text money(Money m) {
    return new Text(m.format(false), m.format(true));
  }

  private static Text label(List<Menu.Item> options, String code) {
    return options.stream()
        .filter(i -> i.code().equals(code))
        .findFirst()
        .map(Menu.Item::label)
        .orElse(new Text(code, code));
  }

  private static Text join(List<Text> parts) {
    return new Text(
        parts.stream().map(Text::zh).collect(Collectors.joining("、")),
        parts.stream().map(Text::en).collect(Collectors.joining(", ")));
  }
}
