package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Obligation;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;

/**
 * Entries as they are at a moment: removed and exited as stored, expired and hidden by their dates, whether or not the turn
 * of the day has run.
 */
@Component
class Entries {
  private final EntryStore store;
  private final RegisterCatalog catalog;
  private final AuditTrail audit;
  private final Clock clock;

  Entries(EntryStore store, RegisterCatalog catalog, AuditTrail audit, Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Entry get(UUID id) {
    return store.find(id).map(this::now).orElseThrow(() -> new NotFoundException("entry " + id));
  }

  Entry lock(UUID id) {
    return store.lock(id).map(this::now).orElseThrow(() -> new NotFoundException("entry " + id));
  }

  /** Oldest first. */
  List<Entry> ofParties(Collection<UUID> parties) {
    return store.ofParties(parties).stream().map(this::now).toList();
  }

  /** The live entry of a party in a measure, else its latest. */
  Optional<Entry> of(UUID party, String measure) {
    return ofParties(List.of(party)).stream()
        .filter(e -> e.measure().equals(measure))
        .max(Comparator.comparing((Entry e) -> e.state().isLive()).thenComparing(Entry::since));
  }

  RegisterRules rules(Entry e) {
    return catalog.version(e.measure(), e.version(), e.register());
  }

  Optional<Obligation> yearly(Entry e) {
    return rules(e).yearly(e.partyClass());
  }

  private Entry now(EntryStore.Row row) {
    return at(row, today());
  }

  /** The entry as it is on a day. */
  Entry at(EntryStore.Row row, LocalDate on) {
    Entry e = row.entry();
    if (!e.state().isLive()) return e;
    LocalDate until = e.until();
    if (until != null && on.isAfter(until)) return with(e, EntryState.EXPIRED, until, null, null);
    Optional<Obligation> missed =
        yearly(e)
            .filter(o -> o.consequence() == Obligation.Consequence.HIDDEN)
            .filter(o -> o.isMissed(e.since(), row.lastFiled(), on));
    return missed
        .map(o -> with(e, EntryState.HIDDEN, null, hiddenReason(o, on), o.id()))
        .orElseGet(() -> with(e, EntryState.ACTIVE, null, null, null));
  }

  private static Text hiddenReason(Obligation o, LocalDate on) {
    LocalDate from = o.consequenceFromIn(on.getYear());
    LocalDate since = on.isBefore(from) ? o.consequenceFromIn(on.getYear() - 1) : from;
    return new Text(
        "未在 " + o.dueIn(since.getYear()) + " 前提交年度材料，自 " + since + " 起不予展示，补交后恢复。",
        "The yearly papers were not filed by " + o.dueIn(since.getYear()) + "; hidden from " + since + " until they are.");
  }

  private static Entry with(
      Entry e, EntryState state, @Nullable LocalDate ended, @Nullable Text hidden, @Nullable String hiddenBy) {
    return new Entry(
        e.id(), e.number(), e.measure(), e.version(), e.register(), e.party(), e.creditCode(), e.name(), e.partyClass(),
        e.area(), state, e.since(), e.until(), ended, hidden, hiddenBy);
  }

  /**
   * Stores a transition with its line in the history and in the audit trail.
   *
   * @param stored the entry as it is stored, not as it is by its dates
   * @throws IllegalStateException when the table has no such transition
   */
  void apply(Entry stored, EntryEvent event, LocalDate on, Actor by, String reason, @Nullable String provision) {
    EntryTransition t =
        EntryTransition.of(stored.state(), event)
            .orElseThrow(() -> new IllegalStateException(event + " is not legal in " + stored.state()));
    store.state(stored.id(), t.to(), t.to().isLive() ? null : on);
    note(stored, event, t.to(), on, by, reason, provision);
  }

  void note(Entry e, EntryEvent event, EntryState to, LocalDate on, Actor by, String reason, @Nullable String provision) {
    store.event(e.id(), event, e.state(), to, on, clock.instant(), by, reason, provision);
    audit.record(
        by, "register." + event.name().toLowerCase(java.util.Locale.ROOT), "register.entry", e.id(), provision, reason,
        java.util.Map.of("number", e.number(), "party", e.party().toString(), "on", on.toString()));
  }

  /** The entry as it is stored, locked. */
  Entry stored(UUID id) {
    return store.lock(id).orElseThrow(() -> new NotFoundException("entry " + id)).entry();
  }
}
