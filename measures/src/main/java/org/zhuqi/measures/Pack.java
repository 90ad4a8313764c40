package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One version of one measure, as data: immutable, checked when loaded. */
public final class Pack {
  private final Header header;
  private final Map<String, Fact> facts;
  private final List<Provision> provisions;
  private final Map<String, Provision> byId = new HashMap<>();
  /** Engines ask for the same few roles with every case. */
  private final Map<Asked, List<? extends Provision>> asked = new ConcurrentHashMap<>();

  private record Asked(Class<?> kind, String role, String applicantClass) {}

  Pack(Header header, Map<String, Fact> facts, List<Provision> provisions) {
    this.header = header;
    this.facts = java.util.Collections.unmodifiableMap(facts);
    this.provisions = List.copyOf(provisions);
    provisions.forEach(p -> byId.putIfAbsent(p.id(), p));
  }

  /** What is said of the measure as a whole. */
  record Header(
      String code,
      String version,
      Text title,
      Text issuer,
      Stage stage,
      Text area,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceUntil,
      @Nullable String replaces,
      Transition transition,
      @Nullable Text reading,
      List<Menu.Item> applicants) {
    Header {
      applicants = List.copyOf(applicants);
    }
  }

  /** How far the published text has come. */
  public enum Stage {
    CONSULTATION_DRAFT,
    TRIAL,
    FINAL
  }

  /** Which version a case follows when a new one comes into force. */
  public enum Transition {
    /** A case keeps the version under which it was filed. */
    KEEP_FILED_VERSION,
    /** Running cases move to the new version. */
    MOVE_TO_NEW_VERSION
  }

  /** One article of the measure with its provisions, for the measure's page. */
  public record Article(int number, Text citation, List<Provision> provisions) {}

  /** Short code of the measure, the prefix of its provision ids. */
  public String code() {
    return header.code();
  }

  public String version() {
    return header.version();
  }

  public Text title() {
    return header.title();
  }

  public Text issuer() {
    return header.issuer();
  }

  public Stage stage() {
    return header.stage();
  }

  public Text area() {
    return header.area();
  }

  public LocalDate inForceFrom() {
    return header.inForceFrom();
  }

  /** The last day, inclusive, or null for no end. */
  public @Nullable LocalDate inForceUntil() {
    return header.inForceUntil();
  }

  public boolean isInForce(LocalDate on) {
    LocalDate until = inForceUntil();
    return !on.isBefore(inForceFrom()) && (until == null || !on.isAfter(until));
  }

  /** The version that this one replaces, or null. */
  public @Nullable String replaces() {
    return header.replaces();
  }

  public Transition transition() {
    return header.transition();
  }

  /** Our reading of the measure's frame (dates, transition), or null. */
  public @Nullable Text reading() {
    return header.reading();
  }

  /** The classes of applicant, with labels. */
  public List<Menu.Item> applicants() {
    return header.applicants();
  }

  /** In article order. */
  public List<Provision> provisions() {
    return provisions;
  }

  /** Declared facts by name. */
  public Map<String, Fact> facts() {
    return facts;
  }

  public List<Article> articles() {
    Map<Integer, List<Provision>> byArticle = new TreeMap<>();
    for (Provision p : provisions) {
      byArticle.computeIfAbsent(p.article(), a -> new java.util.ArrayList<>()).add(p);
    }
    return byArticle.entrySet().stream()
        .map(e -> new Article(e.getKey(), e.getValue().getFirst().citation(), List.copyOf(e.getValue())))
        .toList();
  }

  public Optional<Provision> provision(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every provision of a kind under a role that applies to a class of applicant ("" for any), in article order. */
  @SuppressWarnings("unchecked") // what is kept under a kind is of that kind
  public <P extends Provision> List<P> byRole(Class<P> kind, String role, String applicantClass) {
    return (List<P>) asked.computeIfAbsent(new Asked(kind, role, applicantClass), a -> find(kind, role, applicantClass));
  }

  private <P extends Provision> List<P> find(Class<P> kind, String role, String applicantClass) {
    return provisions.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(p -> p.roles().contains(role))
        .filter(p -> applicantClass.isEmpty() || p.isFor(applicantClass))
        .toList();
  }

  public <P extends Provision> List<P> byRole(Class<P> kind, String role) {
    return byRole(kind, role, "");
  }

  /**
   * The only provision of a kind under a role.
   *
   * @throws MissingProvisionException when there is none
   * @throws IllegalStateException when there are several: ask by class of applicant
   */
  public <P extends Provision> P one(Class<P> kind, String role) {
    return one(kind, role, "");
  }

  /** As {@link #one(Class, String)}, among those that apply to a class of applicant. */
  public <P extends Provision> P one(Class<P> kind, String role, String applicantClass) {
    List<P> found = byRole(kind, role, applicantClass);
    if (found.isEmpty()) {
      throw missing(kind.getSimpleName(), role, applicantClass);
    }
    if (found.size() > 1) {
      throw new IllegalStateException(
          "Measure " + code() + " has several " + kind.getSimpleName() + " under the role " + role
              + ": " + found.stream().map(Provision::id).toList());
    }
    return found.getFirst();
  }

  /** The closed list that a fact's codes come from; empty for a fact without one. */
  public List<Menu.Item> options(Fact fact) {
    String ref = fact.menu();
    if (ref == null) {
      return List.of();
    }
    int dot = ref.indexOf('.');
    Optional<Provision> found = provision(dot < 0 ? ref : ref.substring(0, dot));
    return found
        .map(
            p ->
                switch (p) {
                  case Menu menu -> menu.items();
                  case Condition c when dot >= 0
                      && c.params().get(ref.substring(dot + 1)) instanceof Param.Options o -> o.items();
                  default -> List.<Menu.Item>of();
                })
        .orElse(List.of());
  }

  /** A fact's value in words, as sentences have it: codes by their labels, amounts with their unit. */
  public Text shown(Fact fact, Object value) {
    Text words = Sentences.fact(this, fact, value);
    String unit = fact.unit();
    if (unit == null) return words;
    Text of = Labels.unit(unit);
    return new Text(words.zh() + " " + of.zh(), words.en() + " " + of.en());
  }

  /**
   * Decides every condition under a role for an applicant. Granted only if all of them hold; every part of each is
   * evaluated and told, never only the first. A fact that is not given leaves its check UNKNOWN, which does not grant.
   *
   * @param applicantClass code of the class, or "" where the measure does not distinguish
   * @param facts by declared name: String, Boolean, Long, Money, LocalDate, list of String; others are ignored
   * @throws MissingProvisionException when no condition stands under that role for that class
   * @throws IllegalArgumentException when a fact has another type than declared
   */
  public Decision decide(String role, String applicantClass, Map<String, ?> facts, LocalDate asOf) {
    return new Evaluation(this, facts, asOf).decide(role, applicantClass);
  }

  /**
   * The same question again, from a stored decision: the same version gives the same answer. A role such as {@code a+b}
   * is one decision over several roles.
   */
  public Decision replay(Decision stored) {
    return Rerun.of(this, stored);
  }

  /**
   * How many preferences under a role hold: they order those that qualify and refuse nobody. Their findings are in the
   * {@link #decide} of the same role, never decisive.
   */
  public int preference(String role, String applicantClass, Map<String, ?> facts, LocalDate asOf) {
    return new Evaluation(this, facts, asOf).preference(role, applicantClass);
  }

  /** A copy with one provision switched off, for proving that something depends on it. */
  public Pack without(String id) {
    return new Pack(header, facts, provisions.stream().filter(p -> !p.id().equals(id)).toList());
  }

  MissingProvisionException missing(String kind, String role, String applicantClass) {
    return new MissingProvisionException(code(), version(), kind, role, applicantClass);
  }

  @Override
  public String toString() {
    return code() + " " + version();
  }
}
