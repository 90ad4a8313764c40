package org.zhuqi.platform.time.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.time.Calendars;
import org.zhuqi.platform.time.DayWork;
import org.zhuqi.platform.time.SystemWorks;
import org.zhuqi.platform.web.Answers;

/** Working-day calendars, and what the system does by itself, for programs. */
@RestController
@RequestMapping("/api/v1")
class TimeApi {
  private final Calendars calendars;
  private final SystemWorks works;

  TimeApi(Calendars calendars, SystemWorks works) {
    this.calendars = calendars;
    this.works = works;
  }

  /** @param yaml one year, in the form of the files shipped with the measures */
  record CalendarBody(@Nullable String yaml) {}

  record Loaded(int year) {}

  /**
   * @param lastDay the last day whose works are all done; null before the first
   * @param standing daily works that failed and hold up the day
   */
  record Works(List<SystemWorks.Job> jobs, @Nullable LocalDate lastDay, List<DayWork> standing) {}

  @GetMapping("/calendars")
  @PreAuthorize("hasRole('ADMIN')")
  List<Calendars.CalendarYear> calendars() {
    return calendars.years();
  }

  /** Loads a year, or replaces it. */
  @PostMapping("/calendars")
  @PreAuthorize("hasRole('ADMIN')")
  ResponseEntity<?> load(Actor actor, @RequestBody CalendarBody body) {
    String yaml = body.yaml() == null ? "" : body.yaml();
    return Answers.created(calendars.load(actor, "calendar.yaml", yaml).map(Loaded::new), year -> "/api/v1/calendars");
  }

  @GetMapping("/works")
  @PreAuthorize("hasAnyRole('ADMIN','AUDITOR')")
  Works works(Actor actor) {
    return new Works(works.jobs(actor), works.lastDay(), works.standing());
  }
}
