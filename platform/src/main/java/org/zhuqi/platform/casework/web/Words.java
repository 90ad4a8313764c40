package org.zhuqi.platform.casework.web;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.TimelineLine;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Badge.Tone;
import org.zhuqi.platform.web.Event;

/** Cases in words and shapes. */
public final class Words {
  private Words() {}

  public static Badge badge(CaseState state) {
    return new Badge(state.label(), tone(state));
  }

  private static Tone tone(CaseState state) {
    return switch (state) {
      case DRAFT, PASSED -> Tone.WAITING;
      case IN_REVIEW, ON_NOTICE -> Tone.RUNNING;
      case SENT_BACK -> Tone.WARN;
      case GRANTED -> Tone.GOOD;
      case REFUSED -> Tone.BAD;
      case WITHDRAWN -> Tone.OFF;
    };
  }

  static Event event(TimelineLine line) {
    return new Event(tone(line.event()), line.event().label(), Event.who(line.name()), line.at(), said(line), line.provision());
  }

  private static @Nullable Text said(TimelineLine line) {
    StringBuilder said = new StringBuilder(line.reason());
    for (Missing m : line.missing()) {
      said.append(said.isEmpty() ? "" : "\n").append("· ").append(m.name()).append(m.note() == null ? "" : "：" + m.note());
    }
    return said.isEmpty() ? null : new Text(said.toString(), said.toString());
  }

  private static Tone tone(CaseEvent event) {
    return switch (event) {
      case PASSED, STAGE_PASSED, GRANTED -> Tone.GOOD;
      case REFUSED, OBJECTION_UPHELD, STOPPED -> Tone.BAD;
      case SENT_BACK -> Tone.WARN;
      case WITHDRAWN, LAPSED -> Tone.OFF;
      default -> Tone.RUNNING;
    };
  }
}
