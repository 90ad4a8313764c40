package org.zhuqi.platform.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notices.Notice;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.notices.Objection;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Answers;

/** Notices for machines; the same facade as the pages. */
@RestController
@RequestMapping("/api/v1")
class NoticeApi {
  private final Notices notices;

  NoticeApi(Notices notices) {
    this.notices = notices;
  }

  /** A notice as the public sees it: without what its lines stand for. */
  record View(
      UUID id,
      String number,
      String measure,
      String provision,
      Text title,
      Instant publishedAt,
      int workingDays,
      LocalDate lastDay,
      @Nullable Instant closedAt,
      List<Line> lines,
      String sha256) {
    record Line(int number, Map<String, String> fields, Notice.LineState state) {}

    static View of(Notice n) {
      return new View(
          n.id(), n.number(), n.measure(), n.provision(), n.title(), n.publishedAt(), n.workingDays(), n.lastDay(),
          n.closedAt(), n.lines().stream().map(l -> new Line(l.number(), l.fields(), l.state())).toList(), n.sha256());
    }
  }

  record Object(String name, String contact, String grounds) {}

  record Number(String number) {}

  record Answer(Objection.State finding, String answer) {}

  @GetMapping("/notices")
  @PreAuthorize("permitAll()")
  List<View> list(
      @RequestParam(required = false) @Nullable String measure,
      @RequestParam(defaultValue = "false") boolean running,
      @RequestParam(defaultValue = "1") int page) {
    return notices.list(measure, null, running, page).stream().map(View::of).toList();
  }

  @GetMapping("/notices/{id}")
  @PreAuthorize("permitAll()")
  View one(@PathVariable UUID id) {
    return View.of(notices.get(id));
  }

  @PostMapping("/notices/{id}/lines/{line}/objections")
  @PreAuthorize("permitAll()")
  ResponseEntity<?> object(@PathVariable UUID id, @PathVariable int line, @RequestBody Object o, HttpServletRequest request) {
    return Answers.of(notices.object(id, line, o.name(), o.contact(), o.grounds(), request.getRemoteAddr()).map(Number::new));
  }

  /** Contacts only for the agency that answers. */
  @GetMapping("/notices/{id}/objections")
  @PreAuthorize("permitAll()")
  List<Objection> objections(@Nullable Actor actor, @PathVariable UUID id) {
    return notices.objections(actor, id);
  }

  @PostMapping("/objections/{id}/answer")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE')")
  ResponseEntity<?> answer(Actor actor, @PathVariable UUID id, @RequestBody Answer a) {
    return Answers.of(notices.answer(actor, id, a.finding(), a.answer()));
  }
}
