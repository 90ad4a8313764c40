package org.zhuqi.platform.inspections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Draw;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/**
 * Draws for inspection, in two steps by two people.
 *
 * <p>The announcement freezes last year's transactions and publishes the hash of that list, the hash of a secret, and a
 * public event yet to come. The draw reveals the secret and adds the event's outcome; the seed is both together. So neither
 * whoever runs the system (who cannot foresee the event) nor anybody else (who does not know the secret) can choose whom it
 * hits, and everybody can recompute it.
 */
@Service
@Transactional
public class Draws {
  static final String ROLE = "inspection.draw";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DrawStore store;
  private final Population population;
  private final Measures measures;
  private final InspectionStore inspections;
  private final RunningNumbers numbers;
  private final AuditTrail audit;
  private final Clock clock;

  Draws(
      DrawStore store,
      Population population,
      Measures measures,
      InspectionStore inspections,
      RunningNumbers numbers,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.population = population;
    this.measures = measures;
    this.inspections = inspections;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /** The measures that provide for a draw, in their latest version. */
  @Transactional(readOnly = true)
  public List<Pack> measures() {
    return measures(measures);
  }

  static List<Pack> measures(Measures measures) {
    return measures.all().stream()
        .map(Pack::code)
        .distinct()
        .flatMap(code -> measures.latest(code).stream())
        .filter(p -> !p.byRole(Draw.class, ROLE).isEmpty())
        .toList();
  }

  /**
   * Fixes and publishes population and commitment for last year's transactions of one funder.
   *
   * @param event a public event yet to come, in words that leave no doubt about its outcome
   * @param eventOn the day on which it takes place; after today
   */
  public Outcome<UUID> announce(Actor by, String measure, String funder, String event, LocalDate eventOn) {
    by.mustBe(Role.BUREAU);
    if (!by.covers(funder)) throw new NotFoundException("funder " + funder);
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    if (event.isBlank() || !eventOn.isAfter(today)) {
      return Outcome.refused(
          Refusal.of("draw_event", "请写明今天之后发生的公开事件及其日期。", "Name a public event after today, with its date.").at("eventOn"));
    }
    Pack pack = measures.latest(measure).orElseThrow(() -> new NotFoundException("measure " + measure));
    Draw rule = pack.one(Draw.class, ROLE);
    List<InspectionDraw.Entry> entries = sorted(population.of(measure, funder, year));
    if (entries.isEmpty()) {
      return Outcome.refused(
          Refusal.of("draw_empty", year + " 年没有可抽查的服务交易。", "There were no transactions in " + year + ".").by(rule.id()));
    }
    String secret = secret();
    UUID id = Ids.next();
    InspectionDraw draw =
        new InspectionDraw(
            id, numbers.next("CC", today), pack.code(), pack.version(), rule.id(), funder, year, entries.size(),
            rule.size(entries.size()), sha256(list(entries)), sha256(secret), event.strip(), eventOn, by.name(), clock.instant(),
            null, null, null, null, entries);
    if (!store.insert(draw, secret, by)) {
      return Outcome.refused(Refusal.of("draw_announced", year + " 年度的抽查已经公告。", "The draw for " + year + " has been announced already.").by(rule.id()));
    }
    audit.record(by, "inspection.announced", "inspection_draw", id, rule.id(), draw.number(),
        Map.of("population", entries.size(), "populationSha256", draw.populationHash(), "commitment", draw.commitment(),
            "event", draw.event(), "eventOn", eventOn.toString()));
    return Outcome.done(id);
  }

  /**
   * Reveals the secret, adds the outcome of the event, and opens an inspection for each transaction drawn.
   *
   * @param eventValue the event's outcome as published
   */
  public Outcome<InspectionDraw> draw(Actor by, UUID id, String eventValue) {
    by.mustBe(Role.BUREAU, Role.REVIEWER);
    DrawStore.Sealed sealed = store.lock(id);
    InspectionDraw draw = get(id);
    if (!by.covers(draw.funder())) throw new NotFoundException("draw of another funder");
    Refusal no = no(by, sealed, draw, eventValue);
    if (no != null) return Outcome.refused(no);
    store.drawn(id, eventValue.strip(), by, clock.instant());
    InspectionDraw drawn = get(id);
    drawn.entries().stream().filter(e -> e.place() > 0).forEach(e -> inspections.openDrawn(drawn, e, number(), clock.instant()));
    audit.record(by, "inspection.drawn", "inspection_draw", id, draw.provision(), draw.number(),
        Map.of("eventValue", eventValue.strip(), "drawn", drawn.entries().stream().filter(e -> e.place() > 0).map(InspectionDraw.Entry::publicId).toList()));
    return Outcome.done(drawn);
  }

  private @Nullable Refusal no(
      Actor by, DrawStore.Sealed sealed, InspectionDraw draw, String eventValue) {
    if (draw.isDrawn()) return Refusal.of("draw_done", "已经抽取，结果不能更改。", "It has been drawn; the result stands.").by(draw.provision());
    if (sealed.announcedBy().equals(by.account())) {
      return Refusal.of("steps_apart", "公告由您发布，须由另一人抽取。", "You announced it; somebody else must draw.").by(draw.provision());
    }
    if (LocalDate.now(clock).isBefore(draw.eventOn())) {
      return Refusal.of("draw_too_early", "公开事件将于 " + draw.eventOn() + " 发生，在此之前不能抽取。",
          "The public event takes place on " + draw.eventOn() + "; not before.").by(draw.provision());
    }
    return eventValue.isBlank() ? Refusal.of("draw_value", "请填写公开事件的结果。", "Give the event's outcome.").at("value") : null;
  }

  /** With population, marks and result; public. */
  @Transactional(readOnly = true)
  public InspectionDraw get(UUID id) {
    InspectionDraw d = store.find(id).orElseThrow(() -> new NotFoundException("draw " + id));
    return with(d, marked(d, store.population(id)));
  }

  /** Latest first, without populations; public. */
  @Transactional(readOnly = true)
  public List<InspectionDraw> list() {
    return store.list();
  }

  private List<InspectionDraw.Entry> marked(InspectionDraw d, List<InspectionDraw.Entry> entries) {
    String seed = d.seed();
    if (seed == null) return entries;
    Draw rule = measures.version(d.measure(), d.version()).orElseThrow().one(Draw.class, ROLE);
    List<String> drawn = rule.draw(entries.stream().map(InspectionDraw.Entry::publicId).toList(), seed);
    return entries.stream()
        .map(e -> new InspectionDraw.Entry(e.publicId(), e.contract(), Draw.mark(seed, e.publicId()), drawn.indexOf(e.publicId()) + 1))
        .toList();
  }

  private static InspectionDraw with(InspectionDraw d, List<InspectionDraw.Entry> entries) {
    return new InspectionDraw(
        d.id(), d.number(), d.measure(), d.version(), d.provision(), d.funder(), d.year(), d.population(), d.sample(),
        d.populationHash(), d.commitment(), d.event(), d.eventOn(), d.announcedName(), d.announcedAt(), d.secret(), d.eventValue(),
        d.drawnName(), d.drawnAt(), entries);
  }

  private static List<InspectionDraw.Entry> sorted(List<InspectionDraw.Transaction> transactions) {
    List<InspectionDraw.Entry> entries = new ArrayList<>();
    transactions.forEach(t -> entries.add(new InspectionDraw.Entry(t.publicId(), t.contract(), null, 0)));
    entries.sort(Comparator.comparing(InspectionDraw.Entry::publicId));
    return entries;
  }

  /** The population as it is hashed and offered for download: one id per line. */
  public static String list(List<InspectionDraw.Entry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(e -> text.append(e.publicId()).append('\n'));
    return text.toString();
  }

  static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private String number() {
    return numbers.next("JC", LocalDate.now(clock));
  }
}
