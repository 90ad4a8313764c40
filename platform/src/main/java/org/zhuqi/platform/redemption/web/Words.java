package org.zhuqi.platform.redemption.web;

import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.TimelineLine;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Event;

/** How states and steps of applications look. */
public final class Words {
  private Words() {}

  public static Badge badge(RedemptionState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case DRAFT, SENT_BACK -> Badge.Tone.WAITING;
          case IN_REVIEW, APPROVED, ON_NOTICE, PAYABLE -> Badge.Tone.RUNNING;
          case PAID -> Badge.Tone.GOOD;
          case REFUSED, WITHHELD -> Badge.Tone.BAD;
          case WITHDRAWN, LAPSED -> Badge.Tone.OFF;
        });
  }

  public static Badge badge(Redemption r) {
    return r.isStopped() && r.state().isOpen() ? Badge.bad("已停止", "Stopped") : badge(r.state());
  }

  static Event event(TimelineLine l) {
    return new Event(
        tone(l.event()), l.event().label(), Event.who(l.name()), l.at(), l.reason().isBlank() ? null : new Text(l.reason(), l.reason()),
        l.provision());
  }

  private static Badge.Tone tone(CaseEvent event) {
    return switch (event) {
      case STAGE_PASSED, PASSED, GRANTED -> Badge.Tone.GOOD;
      case REFUSED, OBJECTION_UPHELD, STOPPED -> Badge.Tone.BAD;
      case SENT_BACK -> Badge.Tone.WARN;
      case WITHDRAWN, LAPSED -> Badge.Tone.OFF;
      default -> Badge.Tone.RUNNING;
    };
  }
}
