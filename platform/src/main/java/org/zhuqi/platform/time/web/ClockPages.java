package org.zhuqi.platform.time.web;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.time.ClockWalk;
import org.zhuqi.platform.time.MovableClock;
import org.zhuqi.platform.time.SystemWorks;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** The presenter's clock: forward only; what falls due on the way happens. The demo has it, production does not. */
@Controller
@Profile("!production")
@ConditionalOnProperty(name = "zhuqi.demo", havingValue = "true")
class ClockPages {
  private final MovableClock clock;
  private final ClockWalk walk;
  private final SystemWorks works;
  private final Presenter presenter;
  private final AuditTrail audit;

  ClockPages(MovableClock clock, ClockWalk walk, SystemWorks works, Presenter presenter, AuditTrail audit) {
    this.clock = clock;
    this.walk = walk;
    this.works = works;
    this.presenter = presenter;
    this.audit = audit;
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
    Presenter.Step step = f.choice("step", Presenter.Step.class);
    LocalDateTime moment = step == Presenter.Step.MOMENT ? f.minute("moment") : LocalDateTime.now(clock);
    Outcome<ZonedDateTime> moved = f.then(() -> presenter.move(actor, step, moment));
    if (!moved.isDone()) {
      show(model);
      return Pages.refused("time/clock", moved);
    }
    return Pages.go("/demo/clock", "时钟开始向前走", "The clock is on its way");
  }
}
