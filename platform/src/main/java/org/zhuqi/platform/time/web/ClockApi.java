package org.zhuqi.platform.time.web;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.time.ClockWalk;
import org.zhuqi.platform.time.DayWork;
import org.zhuqi.platform.time.MovableClock;
import org.zhuqi.platform.time.SystemWorks;
import org.zhuqi.platform.web.Answers;

/** The demo's clock for programs; like its page, production does not have it. */
@RestController
@RequestMapping("/api/v1/demo/clock")
@Profile("!production")
@ConditionalOnProperty(name = "zhuqi.demo", havingValue = "true")
class ClockApi {
  private final MovableClock clock;
  private final ClockWalk walk;
  private final SystemWorks works;
  private final Presenter presenter;

  ClockApi(MovableClock clock, ClockWalk walk, SystemWorks works, Presenter presenter) {
    this.clock = clock;
    this.walk = walk;
    this.works = works;
    this.presenter = presenter;
  }

  /**
   * @param walkingTo null when the clock stands
   * @param standing daily works that failed and hold up the day
   */
  record State(OffsetDateTime now, @Nullable OffsetDateTime walkingTo, List<DayWork> standing) {}

  /** @param moment needed for the step MOMENT, such as {@code 2024-12-31T09:00} */
  record MoveBody(Presenter.@Nullable Step step, @Nullable LocalDateTime moment) {}

  record Arrival(OffsetDateTime to) {}

  @GetMapping
  @PreAuthorize("permitAll()")
  State state() {
    ZonedDateTime to = walk.last().to();
    return new State(ZonedDateTime.now(clock).toOffsetDateTime(), to == null ? null : to.toOffsetDateTime(), works.standing());
  }

  /** Sets out; what falls due on the way happens on its own day. */
  @PostMapping
  @PreAuthorize("permitAll()")
  ResponseEntity<?> move(@Nullable Actor actor, @RequestBody MoveBody body) {
    Presenter.Step step = body.step();
    if (step == null || (step == Presenter.Step.MOMENT && body.moment() == null)) {
      return Answers.refused(List.of(Refusal.of("missing", "此项必填。", "This is required.").at(step == null ? "step" : "moment")));
    }
    LocalDateTime moment = Objects.requireNonNullElseGet(body.moment(), () -> LocalDateTime.now(clock));
    return Answers.of(presenter.move(actor, step, moment).map(to -> new Arrival(to.toOffsetDateTime())));
  }
}
