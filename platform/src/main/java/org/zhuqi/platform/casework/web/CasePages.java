package org.zhuqi.platform.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Menu;
import org.zhuqi.platform.casework.BulkAnswer;
import org.zhuqi.platform.casework.BulkLine;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseView;
import org.zhuqi.platform.casework.CaseViews;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.SiteVisit;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** The inbox and the case: open, read the evidence beside the form, decide with a reason; the next one opens by itself. */
@Controller
class CasePages {
  private final Casework casework;
  private final CaseViews views;
  private final CaseList list;
  private final Listings listings;
  private final Papers papers;
  private final Tasks tasks;

  CasePages(Casework casework, CaseViews views, CaseList list, Listings listings, Papers papers, Tasks tasks) {
    this.casework = casework;
    this.views = views;
    this.list = list;
    this.listings = listings;
    this.papers = papers;
    this.tasks = tasks;
  }

  @GetMapping("/inbox")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER','ADMIN')")
  ModelAndView inbox(Actor actor, ListQuery query) {
    return listings.show("casework/inbox", list.inbox(), query, actor, tasks.parameters(actor));
  }

  @GetMapping("/cases")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')")
  ModelAndView cases(Actor actor, ListQuery query) {
    return listings.show("casework/cases", list.all(), query, actor, tasks.parameters(actor));
  }

  /** Opens what waits longest. */
  @GetMapping("/cases/next")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String next(Actor actor) {
    return casework.next(actor).map(f -> Pages.go("/cases/" + f.id())).orElseGet(() -> Pages.go("/inbox"));
  }

  @GetMapping("/cases/{id}")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')")
  String show(Actor actor, @PathVariable UUID id, Model model) {
    CaseView view = views.of(actor, id);
    model.addAttribute("v", view);
    model.addAttribute("papers", papers.papers(view.evidence()));
    model.addAttribute("events", view.timeline().reversed().stream().map(Words::event).toList());
    return "casework/case";
  }

  @PostMapping("/cases/{id}/decide")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String decide(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    StageDecision decision = f.choice("decision", StageDecision.class);
    String reason = f.text("reason", 2000);
    long revision = f.number("revision", 0, Integer.MAX_VALUE);
    return then(actor, id, model, f.then(() -> casework.decide(actor, id, revision, decision, reason)), "已办理");
  }

  @PostMapping("/cases/{id}/send-back")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String sendBack(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    long revision = f.number("revision", 0, Integer.MAX_VALUE);
    String note = Objects.requireNonNullElse(f.optional("note", 2000), "");
    List<Missing> missing = missing(actor, id, f);
    return then(
        actor, id, model, f.then(() -> casework.sendBack(actor, id, revision, missing, note)), "已一次性告知补正");
  }

  private List<Missing> missing(Actor actor, UUID id, Fields f) {
    List<String> chosen = f.all("missing");
    List<Missing> missing = new ArrayList<>();
    for (Menu.Item item : views.of(actor, id).body().canBeMissing()) {
      if (chosen.contains(item.code())) {
        missing.add(new Missing(item.code(), item.label().zh(), f.optional("note." + item.code(), 200)));
      }
    }
    String other = f.optional("other", 500);
    if (other != null) missing.add(new Missing("other", other, null));
    return missing;
  }

  /** Done: what waits next opens by itself. */
  private String then(Actor actor, UUID id, Model model, Outcome<CaseFile> outcome, String said) {
    if (!(outcome instanceof Outcome.Done<CaseFile>(var file))) return Pages.refused(show(actor, id, model), outcome);
    String done = said + "：" + file.title().zh() + "。";
    Optional<CaseFile> next = casework.next(actor);
    return next.isPresent()
        ? Pages.go("/cases/" + next.get().id(), done + "下面是下一件。", "Done: " + file.title().en() + ". This is the next one.")
        : Pages.go("/inbox", done + "没有其他可由您办理的办件。", "Done: " + file.title().en() + ". No other case is yours to decide.");
  }

  @PostMapping("/cases/{id}/take")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String take(Actor actor, @PathVariable UUID id, Model model) {
    return stay(actor, id, model, casework.take(actor, id), "已领取", "Taken");
  }

  /** Names who handles it: the bureau a third-party reviewer, an office one of its own. */
  @PostMapping("/cases/{id}/assign")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String assign(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    UUID to = f.id("to");
    return stay(actor, id, model, f.then(() -> casework.assign(actor, id, to)), "已指定办理人", "Given");
  }

  @PostMapping("/cases/{id}/hand-over")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String handOver(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    UUID to = f.id("to");
    String reason = f.text("reason", 500);
    return stay(actor, id, model, f.then(() -> casework.handOver(actor, id, to, reason)), "已移交", "Handed over");
  }

  @PostMapping("/cases/{id}/comment")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String comment(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String text = f.text("text", 2000);
    return stay(actor, id, model, f.then(() -> casework.comment(actor, id, text)), "已备注", "Noted");
  }

  @PostMapping("/cases/{id}/visit")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','REVIEWER')")
  String visit(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    SiteVisit visit = new SiteVisit(f.date("on"), f.text("place", 200), f.text("present", 200), f.text("found", 2000));
    return stay(actor, id, model, f.then(() -> casework.visit(actor, id, visit)), "实地调查已记录", "Visit recorded");
  }

  @PostMapping("/cases/{id}/withdraw")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String withdraw(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = Objects.requireNonNullElse(f.optional("reason", 500), "申请人撤回");
    return stay(actor, id, model, f.then(() -> casework.withdraw(actor, id, reason)), "已撤回", "Withdrawn");
  }

  private String stay(Actor actor, UUID id, Model model, Outcome<?> outcome, String zh, String en) {
    return outcome.isDone() ? Pages.go("/cases/" + id, zh, en) : Pages.refused(show(actor, id, model), outcome);
  }

  /** The chosen cases one under the other, each with its own decision and reason. */
  @PostMapping("/inbox/bulk")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String bulk(Actor actor, Fields f, Model model) {
    List<UUID> ids = f.ids("id");
    if (ids.isEmpty()) return Pages.go("/inbox", "请先选择办件。", "Choose cases first.");
    model.addAttribute("views", ids.stream().map(id -> views.of(actor, id)).toList());
    model.addAttribute("answers", List.of());
    return "casework/bulk";
  }

  @PostMapping("/inbox/decide")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','REVIEWER')")
  String decideAll(Actor actor, Fields f, Model model) {
    List<BulkLine> lines = new ArrayList<>();
    for (UUID id : f.ids("id")) {
      String decision = f.optional("decision." + id, 10);
      if (decision == null || decision.equals("LEAVE")) continue;
      String reason = Objects.requireNonNullElse(f.optional("reason." + id, 2000), "");
      lines.add(new BulkLine(id, f.number("revision." + id, 0, Integer.MAX_VALUE), StageDecision.valueOf(decision), reason));
    }
    List<BulkAnswer> answers = casework.decideAll(actor, lines);
    long done = answers.stream().filter(a -> a.outcome().isDone()).count();
    List<BulkAnswer> refused = answers.stream().filter(a -> !a.outcome().isDone()).toList();
    if (refused.isEmpty()) return Pages.go("/inbox", "已办理 " + done + " 件", done + " decided");
    model.addAttribute("views", refused.stream().map(a -> views.of(actor, a.caseId())).toList());
    model.addAttribute("answers", refused);
    model.addAttribute("done", done);
    // What was typed for the refused lines stays in the form.
    return Pages.refused("casework/bulk", refused.stream().flatMap(a -> a.outcome().refusals().stream()).distinct().toList());
  }
}
