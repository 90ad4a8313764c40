package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Optional;

/** The one table of legal transitions of an entry: from, event, to, and the pack's role that provides for it. */
public record EntryTransition(EntryState from, EntryEvent event, EntryState to, String provision) {

  private static final List<EntryTransition> TABLE =
      List.of(
          new EntryTransition(EntryState.ACTIVE, EntryEvent.HIDDEN, EntryState.HIDDEN, "yearly"),
          new EntryTransition(EntryState.HIDDEN, EntryEvent.SHOWN_AGAIN, EntryState.ACTIVE, "yearly"),
          new EntryTransition(EntryState.ACTIVE, EntryEvent.REMOVED, EntryState.REMOVED, "removal"),
          new EntryTransition(EntryState.HIDDEN, EntryEvent.REMOVED, EntryState.REMOVED, "removal"),
          new EntryTransition(EntryState.ACTIVE, EntryEvent.EXITED, EntryState.EXITED, "exit"),
          new EntryTransition(EntryState.HIDDEN, EntryEvent.EXITED, EntryState.EXITED, "exit"),
          new EntryTransition(EntryState.ACTIVE, EntryEvent.EXPIRED, EntryState.EXPIRED, "term"),
          new EntryTransition(EntryState.HIDDEN, EntryEvent.EXPIRED, EntryState.EXPIRED, "term"));

  /** Every legal transition. */
  public static List<EntryTransition> table() {
    return TABLE;
  }

  /** The transition that an event causes, or empty where it is not legal. */
  public static Optional<EntryTransition> of(EntryState from, EntryEvent event) {
    return TABLE.stream().filter(t -> t.from == from && t.event == event).findFirst();
  }
}
