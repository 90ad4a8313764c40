package org.zhuqi.platform.time.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.UnknownYearException;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.ClockWalk;
import org.zhuqi.platform.time.MovableClock;
import org.zhuqi.platform.web.Page;

/** Who moves the demo's clock, from its page or by the API: forward, in steps that have names. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "zhuqi.demo", havingValue = "true")
class Presenter {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final UUID SUBJECT = new UUID(0, 0);
  private static final Actor NOBODY = new Actor(null, "演示者", Role.SYSTEM, null, null, Set.of());
  private final MovableClock clock;
  private final ClockWalk walk;
  private final WorkingDays workingDays;
  private final AuditTrail audit;

  Presenter(MovableClock clock, ClockWalk walk, WorkingDays workingDays, AuditTrail audit) {
    this.clock = clock;
    this.walk = walk;
    this.workingDays = workingDays;
    this.audit = audit;
  }

  /** What one step of the clock is called, and where it leads. */
  enum Step {
    DAY,
    WORKING_DAY,
    FIVE_WORKING_DAYS,
    MOMENT
  }

  /** @param moment where {@link Step#MOMENT} leads; no other step looks at it */
  Outcome<ZonedDateTime> move(@Nullable Actor actor, Step step, LocalDateTime moment) {
    return target(step, moment)
        .then(walk::begin)
        .map(
            arrival -> {
              String to = arrival.toLocalDateTime().toString();
              audit.record(actor == null ? NOBODY : actor, "clock.moved", "clock", SUBJECT, null, "演示时钟拨到 " + to, Map.of("to", to));
              return arrival;
            });
  }

  private Outcome<ZonedDateTime> target(Step step, LocalDateTime moment) {
    LocalDate today = LocalDate.now(clock);
    try {
      return switch (step) {
        case DAY -> Outcome.done(today.plusDays(1).atTime(MORNING).atZone(Page.CHINA));
        case WORKING_DAY -> Outcome.done(workingDays.after(today, 1).atTime(MORNING).atZone(Page.CHINA));
        case FIVE_WORKING_DAYS -> Outcome.done(workingDays.after(today, 5).atTime(MORNING).atZone(Page.CHINA));
        case MOMENT -> Outcome.done(moment.atZone(Page.CHINA));
      };
    } catch (UnknownYearException e) {
      return Outcome.refused(new Refusal("calendar_unknown_year", null, e.text(), null, "moment"));
    }
  }
}
