package org.zhuqi.platform.registers.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.parties.PartyClass;
import org.zhuqi.platform.registers.EntryEvent;
import org.zhuqi.platform.registers.EntryState;
import org.zhuqi.platform.registers.Exits;
import org.zhuqi.platform.registers.FilingChecks;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.Removals;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Badge.Tone;
import org.zhuqi.platform.web.Event;

/** Registers in words and shapes. */
public final class Words {
  private Words() {}

  public static Badge badge(EntryState state) {
    Tone tone =
        switch (state) {
          case ACTIVE -> Tone.GOOD;
          case HIDDEN -> Tone.WARN;
          case REMOVED -> Tone.BAD;
          case EXITED, EXPIRED -> Tone.OFF;
        };
    return new Badge(state.label(), tone);
  }

  public static Badge badge(Removals.State state) {
    Tone tone =
        switch (state) {
          case PROPOSED -> Tone.WAITING;
          case DECIDED -> Tone.RUNNING;
          case DISMISSED -> Tone.OFF;
          case CARRIED_OUT -> Tone.BAD;
        };
    return new Badge(state.label(), tone);
  }

  public static Badge badge(Exits.State state) {
    Tone tone =
        switch (state) {
          case ASKED -> Tone.WAITING;
          case GRANTED -> Tone.GOOD;
          case REFUSED -> Tone.BAD;
          case WITHDRAWN -> Tone.OFF;
        };
    return new Badge(state.label(), tone);
  }

  /** @param result null while nobody has looked */
  public static Badge badge(FilingChecks.@Nullable Result result) {
    if (result == null) return new Badge(new Text("待核阅", "To be checked"), Tone.WAITING);
    return new Badge(result.label(), result == FilingChecks.Result.ACCEPTED ? Tone.GOOD : Tone.WARN);
  }

  /** A class of applicant by its code in the packs. */
  public static Text partyClass(String code) {
    for (PartyClass c : PartyClass.values()) if (c.name().toLowerCase(Locale.ROOT).equals(code)) return c.label();
    return new Text(code, code);
  }

  static List<Event> events(List<Registers.Past> history) {
    return history.reversed().stream()
        .map(h -> new Event(tone(h.event()), h.event().label(), Event.who(h.name()), h.at(), new Text(h.reason(), h.reason()), h.provision()))
        .toList();
  }

  private static Tone tone(EntryEvent event) {
    return switch (event) {
      case ADMITTED, FILED, SHOWN_AGAIN -> Tone.GOOD;
      case RETURNED, HIDDEN -> Tone.WARN;
      case REMOVED, CARRIED_OUT -> Tone.BAD;
      case EXITED, EXPIRED -> Tone.OFF;
    };
  }
}
