package org.zhuqi.platform.time.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.measures.UnknownYearException;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.ClockWalk;
import org.zhuqi.platform.time.MovableClock;
import org.zhuqi.platform.time.SystemWorks;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Page;
import org.zhuqi.platform.web.Pages;

/** The presenter's clock: forward only; what falls due on the way happens. The demo has it, production does not. */
@Controller
@Profile("!production")
@ConditionalOnProperty(name = "zhuqi.demo", havingValue = "true")
class ClockPages {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final UUID SUBJECT = new UUID(0, 0);
  private static final Actor PRESENTER = new Actor(null, "演示者", Role.SYSTEM, null, null, Set.of());

  private final MovableClock clock;
  private final ClockWalk walk;
  private final SystemWorks works;
  private final WorkingDays workingDays;
  private final AuditTrail audit;

  ClockPages(MovableClock clock, ClockWalk walk, SystemWorks works, WorkingDays workingDays, AuditTrail audit) {
    this.clock = clock;
    this.walk = walk;
    this.works = works;
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

  @GetMapping("/demo/clock")
  @PreAuthorize("permitAll()")
  String show(Model model) {
    ClockWalk.Walk last = walk.last();
    ZonedDateTime from = last.from();
    model.addAttribute("now", ZonedDateTime.now(clock));
    model.addAttribute("from", from);
    model.addAttribute("to", last.to());
    model.addAttribute("standing", works.standing());
    model.addAttribute("acts", from == null ? List.of() : audit.bySystemSince(from.toOffsetDateTime()));
    return "time/clock";
  }

  @PostMapping("/demo/clock")
  @PreAuthorize("permitAll()")
  String move(@Nullable Actor actor, Fields f, Model model) {
    Step step = f.choice("step", Step.class);
    LocalDateTime moment = step == Step.MOMENT ? f.minute("moment") : LocalDateTime.now(clock);
    Outcome<ZonedDateTime> moved = f.then(() -> target(step, moment).then(walk::begin));
    if (moved instanceof Outcome.Refused<ZonedDateTime>(var refusals)) {
      show(model);
      return Pages.refused("time/clock", refusals);
    }
    String to = moved.orThrow().toLocalDateTime().toString();
    audit.record(actor == null ? PRESENTER : actor, "clock.moved", "clock", SUBJECT, null, "演示时钟拨到 " + to, Map.of("to", to));
    return Pages.go("/demo/clock", "时钟开始向前走", "The clock is on its way");
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
