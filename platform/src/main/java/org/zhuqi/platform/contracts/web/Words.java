package org.zhuqi.platform.contracts.web;

import org.zhuqi.platform.contracts.ContractEvent;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.ContractStep;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Event;
import org.zhuqi.measures.Text;

/** How states and steps of contracts look. */
public final class Words {
  private Words() {}

  public static Badge badge(ContractState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case DRAFT, OFFERED, ACCEPTED, AGREED -> Badge.Tone.WAITING;
          case FILED, IN_SERVICE, DELIVERED -> Badge.Tone.RUNNING;
          case COMPLETED -> Badge.Tone.GOOD;
          case DECLINED, WITHDRAWN, ENDED -> Badge.Tone.OFF;
        });
  }

  static Event event(ContractStep s) {
    return new Event(
        tone(s.event()), s.event().label(), new Text(s.byName() + "（" + s.side().label().zh() + "）", s.byName() + " (" + s.side().label().en() + ")"), s.at(),
        s.note() == null ? null : new Text(s.note(), s.note()), s.provision());
  }

  private static Badge.Tone tone(ContractEvent event) {
    return switch (event) {
      case AGREED, FILED, CONFIRMED -> Badge.Tone.GOOD;
      case DECLINED, WITHDRAWN, ENDED -> Badge.Tone.OFF;
      case RETURNED, END_PROPOSED -> Badge.Tone.WARN;
      default -> Badge.Tone.RUNNING;
    };
  }
}
