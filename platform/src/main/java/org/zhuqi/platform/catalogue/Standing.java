package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * Whether institutions may show and sell their services today. Implemented by the room that keeps the register.
 *
 * <p>Several beans may answer (one per register): a party is live if any of them says so. Must be one statement for all
 * parties asked, and read nothing but what holds on the business day.
 */
public interface Standing {

  /** @return a state for each party that the register knows; the others are left out and count as not admitted */
  Map<UUID, State> of(Collection<UUID> parties);

  /**
   * How a party stands today.
   *
   * @param provision the provision that hides, removes or admits it; null where none applies
   * @param since first day of the entry, for the public page
   * @param until last day: of the entry, or of the bar of a removed party; null for none
   * @param reason for people; shown on the institution's own pages and, when removed, to its clients
   */
  record State(
      Kind kind, @Nullable String provision, @Nullable LocalDate since, @Nullable LocalDate until, @Nullable Text reason) {
    public boolean isLive() {
      return kind == Kind.LIVE;
    }

    /** Running contracts go on: live, or hidden only. */
    public boolean mayFinish() {
      return kind != Kind.REMOVED;
    }
  }

  /** LIVE: shown and may contract. HIDDEN: not shown, running contracts go on. EXITED, REMOVED: gone. */
  enum Kind {
    LIVE,
    HIDDEN,
    EXITED,
    REMOVED
  }
}
