package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.registers.Exits.State;

/**
 * The one table of legal transitions of a request to leave: from (null: it begins), event, to, who causes it, and the pack's
 * role that provides for it.
 */
public record ExitTransition(@Nullable State from, Event event, State to, By by, String provision) {

  /** What happens. */
  public enum Event {
    ASKED,
    GRANTED,
    REFUSED,
    WITHDRAWN,
    /** The institution was removed meanwhile. */
    SUPERSEDED;

    /** As the audit trail names it. */
    String act() {
      return "exit." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who may cause it. */
  public enum By {
    /** Someone of the institution. */
    PARTY,
    /** The role that the measure names to decide. */
    DECIDER,
    /** Whoever decides on the removal. */
    REMOVER
  }

  private static final List<ExitTransition> TABLE =
      List.of(
          new ExitTransition(null, Event.ASKED, State.ASKED, By.PARTY, "exit"),
          new ExitTransition(State.ASKED, Event.GRANTED, State.GRANTED, By.DECIDER, "exit"),
          new ExitTransition(State.ASKED, Event.REFUSED, State.REFUSED, By.DECIDER, "exit"),
          new ExitTransition(State.ASKED, Event.WITHDRAWN, State.WITHDRAWN, By.PARTY, "exit"),
          new ExitTransition(State.ASKED, Event.SUPERSEDED, State.WITHDRAWN, By.REMOVER, "removal"));

  /** Every legal transition. */
  public static List<ExitTransition> table() {
    return TABLE;
  }

  /** The transition that an event causes, or empty where it is not legal. */
  public static Optional<ExitTransition> of(@Nullable State from, Event event) {
    return TABLE.stream().filter(t -> t.from == from && t.event == event).findFirst();
  }
}
