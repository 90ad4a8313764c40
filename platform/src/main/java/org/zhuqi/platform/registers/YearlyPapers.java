package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Obligation;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.documents.AskedPaper;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/**
 * What an entry owes every year. Filed counts from the moment at which all papers are there, until {@link FilingChecks} gives
 * them back.
 */
@Service
@Transactional
public class YearlyPapers {
  private final Entries entries;
  private final EntryStore store;
  private final FilingStore filings;
  private final Documents documents;
  private final Notifications notifications;
  private final WorkingDays workingDays;
  private final Clock clock;

  YearlyPapers(
      Entries entries,
      EntryStore store,
      FilingStore filings,
      Documents documents,
      Notifications notifications,
      WorkingDays workingDays,
      Clock clock) {
    this.entries = entries;
    this.store = store;
    this.filings = filings;
    this.documents = documents;
    this.notifications = notifications;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * What an entry owes this year.
   *
   * @param due last day on which it is in time
   * @param hiddenFrom first day on which it is hidden if it is not filed
   * @param owed whether this year's papers are owed at all
   * @param filed whether they have been filed
   */
  public record Due(
      Entry entry,
      int year,
      LocalDate due,
      LocalDate hiddenFrom,
      boolean owed,
      boolean filed,
      String provision,
      List<Slot> papers,
      List<Filed> past) {}

  /** One paper that is due, with what the vault holds of it that still counts. */
  public record Slot(Materials.Item item, List<Document> reusable) {}

  /** The papers of one year as filed once, with what came of it. */
  public record Filed(FilingChecks.Filing filing, List<Document> papers) {}

  /** What the caller's own entry owes, or any entry's for an official; empty where the measure asks for nothing. */
  @Transactional(readOnly = true)
  public Optional<Due> due(Actor viewer, UUID entryId) {
    Entry entry = visible(viewer, entryId);
    return entries.yearly(entry).map(o -> due(entry, o));
  }

  private Due due(Entry entry, Obligation o) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear();
    List<FilingChecks.Filing> past = filings.of(entry.id());
    return new Due(
        entry,
        year,
        o.dueIn(year),
        o.consequenceFromIn(year),
        year >= o.firstYear(entry.since()) && entry.state().isLive(),
        past.stream().anyMatch(f -> f.year() == year && f.counts()),
        o.id(),
        asked(entry, o).stream().map(a -> new Slot(a.item(), vault(entry, a, today))).toList(),
        past.stream().map(f -> new Filed(f, documents.attachedTo(FilingChecks.KIND, f.id()))).toList());
  }

  private List<Document> vault(Entry entry, AskedPaper paper, LocalDate today) {
    return documents.vault(entry.party(), paper.item().code()).stream().filter(d -> paper.wrong(d, today).isEmpty()).toList();
  }

  private List<AskedPaper> asked(Entry entry, Obligation o) {
    String role = o.materials();
    if (role == null) return List.of();
    return entries.rules(entry).pack().byRole(Materials.class, role, entry.partyClass()).stream()
        .flatMap(m -> m.items().stream().map(i -> new AskedPaper(i, m.id())))
        .filter(a -> o.items().contains(a.item().code()) && a.item().isFor(entry.partyClass()))
        .toList();
  }

  /**
   * Files this year's papers; a hidden entry is shown again at once. Refused with everything that lacks.
   *
   * @param papers documents of the vault by material code, one or several for each
   */
  public Outcome<UUID> file(Actor by, UUID entryId, Map<String, List<UUID>> papers) {
    Entry entry = entries.lock(entryId);
    if (!entry.party().equals(by.partyOrThrow())) throw new NotFoundException("entry " + entryId);
    Obligation o = entries.yearly(entry).orElseThrow(() -> new NotFoundException("yearly papers of " + entryId));
    LocalDate today = LocalDate.now(clock);
    List<Refusal> wrong = wrong(by, entry, o, papers, today);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    UUID id = Ids.next();
    boolean late = today.isAfter(o.dueIn(today.getYear()));
    Role checker = o.checkedBy() == null ? null : Role.named(o.checkedBy());
    filings.insert(id, entry, today.getYear(), clock.instant(), by, late, o.id(), checker, o.checkBy(today, workingDays));
    asked(entry, o).stream()
        .map(a -> a.item().code())
        .forEach(code -> papers.getOrDefault(code, List.of()).forEach(d -> documents.attach(by, d, FilingChecks.KIND, id, code)));
    Entry stored = entries.stored(entryId);
    entries.note(stored, EntryEvent.FILED, stored.state(), today, by, today.getYear() + " 年度材料", o.id());
    if (stored.state() == EntryState.HIDDEN) {
      entries.apply(stored, EntryEvent.SHOWN_AGAIN, today, by, "年度材料已提交，恢复展示", o.id());
    }
    return Outcome.done(id);
  }

  private List<Refusal> wrong(Actor by, Entry entry, Obligation o, Map<String, List<UUID>> papers, LocalDate today) {
    if (!entry.state().isLive()) {
      return List.of(Refusal.of("entry_not_live", "本单位已不在名录中。", "You are no longer in the register."));
    }
    if (filings.of(entry.id()).stream().anyMatch(f -> f.year() == today.getYear() && f.counts())) {
      return List.of(
          Refusal.of("already_filed", today.getYear() + " 年度材料已提交。", "The papers of " + today.getYear() + " have been filed."));
    }
    List<Refusal> wrong = new ArrayList<>();
    for (AskedPaper a : asked(entry, o)) {
      List<UUID> chosen = papers.getOrDefault(a.item().code(), List.of());
      if (chosen.isEmpty()) wrong.add(missing(a.item(), o));
      for (UUID d : chosen) a.wrong(documents.readable(by, d), today).forEach(r -> wrong.add(r.at("paper." + a.item().code())));
    }
    return wrong;
  }

  private static Refusal missing(Materials.Item item, Obligation o) {
    return Refusal.of("material_missing", "缺少：" + item.name().zh() + "。", "Missing: " + item.name().en() + ".")
        .by(o.id())
        .remedy("请上传，或从已有材料中选择。", "Upload it, or choose it from your papers.")
        .at("paper." + item.code());
  }

  /** One entry that has not filed this year, and what follows. */
  public record Late(Entry entry, LocalDate due, boolean hidden) {}

  /** Who has not filed this year, of one measure: those already hidden first. */
  @Transactional(readOnly = true)
  public List<Late> late(String measure) {
    LocalDate today = LocalDate.now(clock);
    return store.live().stream()
        .filter(r -> r.entry().measure().equals(measure))
        .flatMap(r -> lateOne(r, today).stream())
        .sorted(java.util.Comparator.comparing((Late l) -> !l.hidden()).thenComparing(l -> l.entry().name()))
        .toList();
  }

  private Optional<Late> lateOne(EntryStore.Row row, LocalDate today) {
    Entry now = entries.at(row, today);
    Integer last = row.lastFiled();
    return entries
        .yearly(now)
        .filter(o -> now.state() == EntryState.HIDDEN || (owes(o, now, today) && (last == null || last < today.getYear())))
        .map(o -> new Late(now, o.dueIn(today.getYear()), now.state() == EntryState.HIDDEN));
  }

  private static boolean owes(Obligation o, Entry e, LocalDate today) {
    return today.getYear() >= o.firstYear(e.since());
  }

  /** What the day brings for one entry: hidden or shown again, a reminder that is due. Idempotent. */
  void turn(UUID entry, LocalDate today) {
    EntryStore.Row row = store.lock(entry).orElseThrow();
    Entry stored = row.entry();
    if (!stored.state().isLive()) return;
    Optional<Obligation> yearly = entries.yearly(stored);
    Entry now = entries.at(row, today);
    if (now.state() == EntryState.HIDDEN && stored.state() == EntryState.ACTIVE) hide(stored, now, today);
    if (now.state() == EntryState.ACTIVE && stored.state() == EntryState.HIDDEN) {
      entries.apply(stored, EntryEvent.SHOWN_AGAIN, today, Actor.SYSTEM, "恢复展示", yearly.map(Obligation::id).orElse(null));
    }
    yearly.filter(o -> owes(o, now, today)).ifPresent(o -> remind(row, o, today));
  }

  private void hide(Entry stored, Entry now, LocalDate today) {
    Text why = java.util.Objects.requireNonNull(now.hiddenReason());
    entries.apply(stored, EntryEvent.HIDDEN, today, Actor.SYSTEM, why.zh(), now.hiddenBy());
    notifications.tell(
        Recipients.party(stored.party()),
        new Text("已暂停展示：未提交年度材料", "Hidden: yearly papers not filed"),
        why,
        "/registers/entries/" + stored.id() + "/yearly",
        now.hiddenBy());
  }

  private void remind(EntryStore.Row row, Obligation o, LocalDate today) {
    int year = today.getYear();
    Integer last = row.lastFiled();
    LocalDate due = o.dueIn(year);
    if ((last != null && last >= year) || today.isAfter(due)) return;
    Integer passed = nearest(o, due, today);
    if (passed == null || !store.remindOnce(row.entry().id(), year, passed)) return;
    notifications.tell(
        Recipients.party(row.entry().party()),
        new Text(year + " 年度材料请于 " + due + " 前提交", "Yearly papers of " + year + " are due by " + due),
        new Text(
            "逾期未提交的，自 " + o.consequenceFromIn(year) + " 起不予展示，直至补交。",
            "Otherwise you are hidden from the catalogue from " + o.consequenceFromIn(year) + " until they are filed."),
        "/registers/entries/" + row.entry().id() + "/yearly",
        o.id());
  }

  /** The latest reminder whose day has come, in days ahead; a reminder missed by a stopped system is made up for once. */
  private static @Nullable Integer nearest(Obligation o, LocalDate due, LocalDate today) {
    return o.remindDaysAhead().stream()
        .filter(days -> !today.isBefore(due.minusDays(days)))
        .min(Integer::compareTo)
        .orElse(null);
  }

  private Entry visible(Actor viewer, UUID entryId) {
    Entry entry = entries.get(entryId);
    if (viewer.role().isParty() && !entry.party().equals(viewer.party())) throw new NotFoundException("entry " + entryId);
    return entry;
  }
}
