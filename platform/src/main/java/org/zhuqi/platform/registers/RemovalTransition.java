package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.registers.Removals.State;

/**
 * The one table of legal transitions of a removal: from (null: it begins), event, to, who causes it, and the pack's role that
 * provides for it.
 */
public record RemovalTransition(@Nullable State from, Event event, State to, By by, String provision) {

  /** What happens. */
  public enum Event {
    PROPOSED,
    HEARD,
    WAIVED,
    DECIDED,
    DISMISSED,
    CARRIED_OUT;

    /** As the audit trail names it. */
    String act() {
      return "removal." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who may cause it. */
  public enum By {
    /** An official of the centre or the bureau. */
    OFFICE,
    /** Someone of the institution. */
    PARTY,
    /** The role that the sanction names to decide; somebody else than who proposed. */
    DECIDER,
    /** The role that the sanction names to carry it out. */
    CARRIER
  }

  private static final List<RemovalTransition> TABLE =
      List.of(
          new RemovalTransition(null, Event.PROPOSED, State.PROPOSED, By.OFFICE, "removal.grounds"),
          new RemovalTransition(State.PROPOSED, Event.HEARD, State.PROPOSED, By.PARTY, "removal.grounds"),
          new RemovalTransition(State.PROPOSED, Event.WAIVED, State.PROPOSED, By.PARTY, "removal.grounds"),
          new RemovalTransition(State.PROPOSED, Event.DECIDED, State.DECIDED, By.DECIDER, "removal"),
          new RemovalTransition(State.PROPOSED, Event.DISMISSED, State.DISMISSED, By.DECIDER, "removal"),
          new RemovalTransition(State.DECIDED, Event.CARRIED_OUT, State.CARRIED_OUT, By.CARRIER, "removal"));

  /** Every legal transition. */
  public static List<RemovalTransition> table() {
    return TABLE;
  }

  /** The transition that an event causes, or empty where it is not legal. */
  public static Optional<RemovalTransition> of(@Nullable State from, Event event) {
    return TABLE.stream().filter(t -> t.from == from && t.event == event).findFirst();
  }
}
