package org.zhuqi.platform.casework.web;

import java.util.List;
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
import org.zhuqi.platform.casework.BulkLine;
import org.zhuqi.platform.casework.CaseBody;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseView;
import org.zhuqi.platform.casework.CaseViews;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.InboxFilter;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.SiteVisit;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.casework.TimelineLine;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Answers;

/** Cases for machines; the same facade as the pages. */
@RestController
@RequestMapping("/api/v1")
class CaseApi {
  private static final String OFFICE = "hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')";
  private static final String ANYBODY =
      "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')";

  private final Casework casework;
  private final CaseViews views;
  private final Tasks tasks;

  CaseApi(Casework casework, CaseViews views, Tasks tasks) {
    this.casework = casework;
    this.views = views;
    this.tasks = tasks;
  }

  /**
   * A case with its past.
   *
   * @param hindrance why the caller may not act in the stage, or null
   * @param colleagues to whom the caller may give it
   */
  record View(
      CaseFile file, CaseBody body, List<TimelineLine> timeline, List<UUID> documents, @Nullable Refusal hindrance,
      List<CaseView.Colleague> colleagues) {
    static View of(CaseView v) {
      return new View(
          v.file(), v.body(), v.timeline(), v.evidence().stream().map(d -> d.id()).toList(), v.hindrance().orElse(null), v.colleagues());
    }
  }

  record Decide(StageDecision decision, String reason, long revision) {}

  record SendBack(List<Missing> missing, String reason, long revision) {}

  record HandOver(UUID to, String reason) {}

  record Words(String text) {}

  /** @param refusals empty when done */
  record Line(UUID caseId, boolean done, List<Refusal> refusals) {}

  @GetMapping("/inbox")
  @PreAuthorize(OFFICE)
  List<CaseFile> inbox(
      Actor actor,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String measure,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(defaultValue = "1") int page) {
    return casework.inbox(actor, new InboxFilter(kind, measure, mine, q, overdue, page));
  }

  /** What waits for the caller beside the stages of cases: hearings, removals, requests to leave. For an auditor, whoever's. */
  @GetMapping("/tasks")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','ADMIN','AUDITOR')")
  List<Task> tasks(Actor actor) {
    return actor.role().seesAll() ? tasks.all() : tasks.of(actor);
  }

  /** Each line by itself: its own reason, its own answer. */
  @PostMapping("/inbox/decisions")
  @PreAuthorize(OFFICE)
  List<Line> decideAll(Actor actor, @RequestBody List<BulkLine> lines) {
    return casework.decideAll(actor, lines).stream()
        .map(a -> new Line(a.caseId(), a.outcome().isDone(), a.outcome().refusals()))
        .toList();
  }

  @GetMapping("/cases")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  List<CaseFile> mine(Actor actor) {
    return casework.ofApplicant(actor, actor.partyOrThrow());
  }

  @GetMapping("/cases/{id}")
  @PreAuthorize(ANYBODY)
  View one(Actor actor, @PathVariable UUID id) {
    return View.of(views.of(actor, id));
  }

  @PostMapping("/cases/{id}/decision")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> decide(Actor actor, @PathVariable UUID id, @RequestBody Decide d) {
    return Answers.of(casework.decide(actor, id, d.revision(), d.decision(), d.reason()));
  }

  @PostMapping("/cases/{id}/send-back")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> sendBack(Actor actor, @PathVariable UUID id, @RequestBody SendBack s) {
    return Answers.of(casework.sendBack(actor, id, s.revision(), s.missing(), s.reason()));
  }

  @PostMapping("/cases/{id}/take")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> take(Actor actor, @PathVariable UUID id) {
    return Answers.of(casework.take(actor, id));
  }

  @PostMapping("/cases/{id}/assign")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> assign(Actor actor, @PathVariable UUID id, @RequestBody HandOver h) {
    return Answers.of(casework.assign(actor, id, h.to()));
  }

  @PostMapping("/cases/{id}/hand-over")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> handOver(Actor actor, @PathVariable UUID id, @RequestBody HandOver h) {
    return Answers.of(casework.handOver(actor, id, h.to(), h.reason()));
  }

  @PostMapping("/cases/{id}/comments")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> comment(Actor actor, @PathVariable UUID id, @RequestBody Words w) {
    return Answers.of(casework.comment(actor, id, w.text()));
  }

  @PostMapping("/cases/{id}/visits")
  @PreAuthorize(OFFICE)
  ResponseEntity<?> visit(Actor actor, @PathVariable UUID id, @RequestBody SiteVisit v) {
    return Answers.of(casework.visit(actor, id, v));
  }

  @PostMapping("/cases/{id}/withdraw")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  ResponseEntity<?> withdraw(Actor actor, @PathVariable UUID id, @RequestBody Words w) {
    return Answers.of(casework.withdraw(actor, id, w.text()));
  }
}
