package org.zhuqi.platform.decisions.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Labels;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.decisions.KeptDecision;
import org.zhuqi.platform.decisions.Replay;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Codes;
import org.zhuqi.platform.web.listing.Filter;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listing;
import org.zhuqi.platform.web.listing.Listings;

/** Decisions for those who answer for them: the list, each with its why, each asked again. */
@Controller
class DecisionPages {
  private static final String OFFICIALS = "hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')";
  private final Decisions decisions;
  private final Listings listings;
  private final Listing<Row> all;

  DecisionPages(Decisions decisions, Listings listings, Measures measures) {
    this.decisions = decisions;
    this.listings = listings;
    this.all = listing(measures);
  }

  record Row(
      UUID id, String measure, String version, String role, String applicantClass, LocalDate asOf, boolean granted,
      String subjectKind, OffsetDateTime keptAt) {}

  private Listing<Row> listing(Measures measures) {
    List<Filter.Option> codes =
        measures.all().stream().map(Pack::code).distinct().map(c -> Filter.Option.of(c, c, c)).toList();
    return Listing.of(
            "decisions",
            Row.class,
            "select id, measure, version, role, applicant_class, as_of, granted, subject_kind, kept_at from decision where funder is null or :all or funder = any(:funders)")
        .title("决定", "Decisions")
        .time("kept_at", "时间", "When", Row::keptAt)
        .code("measure", "办法", "Measure", r -> r.measure() + " " + r.version())
        .text("role", "问题", "Question", r -> Labels.question(r.role()))
        .text("subject_kind", "对象", "About", r -> Codes.of(r.subjectKind()))
        .date("as_of", "以哪天为准", "As of", Row::asOf)
        .badge("granted", "结论", "Outcome", r -> r.granted() ? Badge.good("符合", "Holds") : Badge.bad("不符合", "Fails"))
        .select("role", "问题", "Question", () -> decisions.questions().stream().map(q -> new Filter.Option(q, Labels.question(q))).toList())
        .select("measure", "办法", "Measure", () -> codes)
        .select("granted", "结论", "Outcome", () -> List.of(Filter.Option.of("true", "符合", "Holds"), Filter.Option.of("false", "不符合", "Fails")))
        .days("kept_at", "时间", "When")
        .opens(r -> "/decisions/" + r.id())
        .orderedBy("-kept_at")
        .empty("还没有决定。系统每次按办法判断，都会在这里留下理由。", "No decisions yet. Each answer of a measure leaves its reasons here.");
  }

  @GetMapping("/decisions")
  @PreAuthorize(OFFICIALS)
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show(
        "decisions/list", all, query, actor,
        Map.of("all", actor.role().seesAll(), "funders", actor.funders().toArray(String[]::new)));
  }

  /** @param replay asks the same version again and shows what differs */
  @GetMapping("/decisions/{id}")
  @PreAuthorize(OFFICIALS)
  String one(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean replay, Model model) {
    KeptDecision kept = decisions.get(actor, id);
    Replay again = replay ? decisions.replay(actor, id) : null;
    model.addAttribute("kept", kept);
    model.addAttribute("replay", again);
    return "decisions/decision";
  }
}
