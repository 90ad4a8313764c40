package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.catalogue.Standing;

/** Tells the catalogue who is shown: entries as they are today, by their dates. */
@Component
class RegisterStanding implements Standing {
  private final Entries entries;
  private final RemovalStore removals;

  RegisterStanding(Entries entries, RemovalStore removals) {
    this.entries = entries;
    this.removals = removals;
  }

  @Override
  public Map<UUID, State> of(Collection<UUID> parties) {
    Map<UUID, Entry> best = new HashMap<>();
    Comparator<Entry> order =
        Comparator.comparing((Entry e) -> e.state() == EntryState.ACTIVE)
            .thenComparing(e -> e.state().isLive())
            .thenComparing(Entry::since);
    for (Entry e : entries.ofParties(parties)) best.merge(e.party(), e, (a, b) -> order.compare(a, b) >= 0 ? a : b);
    List<Entry> removed = best.values().stream().filter(e -> e.state() == EntryState.REMOVED).toList();
    Map<UUID, Removals.Removal> grounds = removals.ofEntries(removed.stream().map(Entry::id).toList());
    Map<UUID, State> states = new HashMap<>();
    best.forEach((party, e) -> states.put(party, state(e, grounds.get(e.id()))));
    return states;
  }

  private static State state(Entry e, Removals.@Nullable Removal removal) {
    return switch (e.state()) {
      case ACTIVE -> new State(Kind.LIVE, null, e.since(), e.until(), null);
      case HIDDEN -> new State(Kind.HIDDEN, e.hiddenBy(), e.since(), e.until(), e.hiddenReason());
      case EXITED, EXPIRED -> new State(Kind.EXITED, null, e.since(), e.endedOn(), ended(e));
      case REMOVED -> new State(
          Kind.REMOVED,
          removal == null ? null : removal.sanctionedBy(),
          e.since(),
          removal == null ? null : removal.barredUntil(),
          removal == null ? ended(e) : removal.ground());
    };
  }

  private static Text ended(Entry e) {
    LocalDate on = e.endedOn();
    return new Text(e.state().label().zh() + "（" + on + "）", e.state().label().en() + " (" + on + ")");
  }
}
