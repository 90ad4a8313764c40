package org.zhuqi.platform.inspections.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.inspections.Findings;
import org.zhuqi.platform.inspections.InspectionFinding;
import org.zhuqi.platform.inspections.ReceiveMoney;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.registers.HandOver;
import org.zhuqi.platform.registers.HandOverCase;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Badge.Tone;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Findings: heard, decided, followed up until the money is back; and the contracts that they concern. */
@Controller
class FindingPages {
  static final String READERS = "hasAnyRole('ENTERPRISE','INSTITUTION','BUREAU','CENTRE','FINANCE','REVIEWER','AUDITOR')";
  private static final String HANDED_OVER = "finding.handed_over";
  private static final Map<String, Text> STEPS =
      Map.of(
          "finding.raised", new Text("提出问题", "Raised"),
          "finding.hearing", new Text("告知并听取意见", "Asked to be heard"),
          "finding.heard", new Text("陈述申辩", "Heard"),
          "finding.upheld", new Text("认定成立", "Upheld"),
          "finding.dismissed", new Text("不予认定", "Dismissed"),
          "finding.demanded", new Text("责令退回", "Claimed back"),
          "finding.recovered", new Text("追回到账", "Money came back"),
          HANDED_OVER, new Text("移送司法机关", "Handed to the judicial authorities"),
          "finding.removal_proposed", new Text("建议清退", "Removal proposed"),
          "finding.also_under", new Text("同时属于", "Belongs as well to"));

  private static final Set<String> SIGNED = Set.of("finding.hearing", "finding.upheld", "finding.dismissed");

  private final Findings findings;
  private final Listings listings;
  private final AuditTrail audit;
  private final Agencies agencies;
  private final Funders funders;
  private final Documents documents;
  private final Papers papers;
  private final Clock clock;

  FindingPages(
      Findings findings, Listings listings, AuditTrail audit, Agencies agencies, Funders funders, Documents documents, Papers papers, Clock clock) {
    this.funders = funders;
    this.documents = documents;
    this.papers = papers;
    this.findings = findings;
    this.listings = listings;
    this.audit = audit;
    this.agencies = agencies;
    this.clock = clock;
  }

  @GetMapping("/findings")
  @PreAuthorize(READERS)
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("inspections/findings", InspectionLists.FINDINGS, query, actor, InspectionLists.parameters(actor, null));
  }

  @GetMapping("/findings/{id}")
  @PreAuthorize(READERS)
  String one(Actor actor, @PathVariable UUID id, Model model) {
    return show(actor, id, model);
  }

  private String show(Actor actor, UUID id, Model model) {
    InspectionFinding f = findings.get(actor, id);
    model.addAttribute("f", f);
    model.addAttribute("sanction", findings.sanction(f));
    model.addAttribute("also", findings.alsoUnder(f));
    model.addAttribute("own", f.party().equals(actor.party()));
    model.addAttribute("assists", findings.assistsOnly(actor, f));
    List<HandOver> handOvers = findings.handOvers(actor, id);
    model.addAttribute("handOvers", handOvers);
    model.addAttribute("mayHandOver", findings.mayHandOver(actor, f));
    model.addAttribute("events", events(f, actor, !handOvers.isEmpty()));
    model.addAttribute("funders", funders);
    model.addAttribute("statementPapers", papers.papers(documents.attachedTo(Findings.KIND, id)));
    return "inspections/finding";
  }

  /** The party is not shown how the money was booked line by line; everything else it is. */
  private List<Event> events(InspectionFinding f, Actor viewer, boolean handOversSeen) {
    List<Event> events = new ArrayList<>();
    for (AuditRecord a : audit.of(f.id())) {
      Text what = STEPS.get(a.act());
      if (what == null || (a.act().equals(HANDED_OVER) && !handOversSeen)) continue;
      Tone tone = a.act().equals("finding.upheld") || a.act().equals("finding.demanded") ? Tone.BAD : a.act().equals("finding.recovered") ? Tone.GOOD : Tone.RUNNING;
      events.add(new Event(tone, what, viewer.role().isParty() ? null : Event.who(a.name()), a.at().toInstant(), new Text(a.grounds(), a.grounds()), a.provision()));
    }
    return events;
  }

  @PostMapping("/findings/{id}/hearing")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String hearing(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    int days = f.number("days", 1, 60);
    return answer(actor, id, f.then(() -> findings.askToBeHeard(actor, id, days)), "已告知当事方", "The party has been told", model);
  }

  @PostMapping("/findings/{id}/say")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','BUREAU','CENTRE','REVIEWER')")
  String say(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String said = f.text("said", 4000);
    List<UUID> evidence = f.ids("papers");
    return answer(actor, id, f.then(() -> findings.hear(actor, id, said, evidence)), "已记录", "Recorded", model);
  }

  @PostMapping("/findings/{id}/decide")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String decide(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean upheld = f.text("decision", 20).equals("UPHELD");
    String reason = f.text("reason", 4000);
    return answer(actor, id, f.then(() -> findings.decide(actor, id, upheld, reason)), "已作出决定", "Decided", model);
  }

  @PostMapping("/findings/{id}/hand-over")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String handOver(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    HandOverCase to =
        new HandOverCase(f.text("authority", 120), f.date("handedOn"), f.text("reference", 80), Objects.requireNonNullElse(f.optional("note", 1000), ""));
    return answer(actor, id, f.then(() -> findings.handOver(actor, id, to)), "移送已记录", "Hand-over recorded", model);
  }

  @PostMapping("/findings/{id}/propose-removal")
  @PreAuthorize("hasRole('BUREAU')")
  String proposeRemoval(Actor actor, @PathVariable UUID id, Model model) {
    return answer(actor, id, findings.proposeRemoval(actor, id), "已建议服务中心清退", "The removal is proposed to the centre", model);
  }

  @PostMapping("/findings/{id}/receivables/{receivable}")
  @PreAuthorize("hasRole('FINANCE')")
  String receive(Actor actor, @PathVariable UUID id, @PathVariable UUID receivable, Fields f, Model model) {
    ReceiveMoney money = new ReceiveMoney(f.money("amount"), f.date("on"), f.text("bankReference", 60));
    return answer(actor, id, f.then(() -> findings.receive(actor, receivable, money)), "到账已登记", "Booked", model);
  }

  @GetMapping("/findings/{id}/letter")
  @PreAuthorize(READERS)
  ResponseEntity<byte[]> letter(Actor actor, @PathVariable UUID id) {
    InspectionFinding f = findings.get(actor, id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(f.number() + ".pdf", java.nio.charset.StandardCharsets.UTF_8).build().toString())
        .body(FindingLetter.of(f, findings.sanction(f), signer(f), LocalDate.now(clock)));
  }

  /** The body whose official asked the party or decided; before that the letter is a draft without one. */
  private String signer(InspectionFinding f) {
    return audit.of(f.id()).stream()
        .filter(a -> SIGNED.contains(a.act()) && a.agency() != null)
        .reduce((earlier, later) -> later)
        .map(a -> agencies.label(Objects.requireNonNull(a.agency())).zh())
        .orElse("（草稿）");
  }

  @GetMapping("/affected-contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String affected(Actor actor, Model model) {
    model.addAttribute("affected", findings.affected(actor));
    return "inspections/affected";
  }

  @PostMapping("/affected-contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String choose(Actor actor, Fields f, Model model) {
    UUID finding = f.id("finding");
    UUID contract = f.id("contract");
    boolean finish = f.text("choice_" + contract, 10).equals("finish");
    String reason = f.text("reason_" + contract, 500);
    Outcome<Void> done = f.then(() -> findings.choose(actor, finding, contract, finish, reason));
    return done.isDone()
        ? Pages.go("/affected-contracts", finish ? "已选择继续履行" : "已办理终止", finish ? "It goes on" : "Ended or proposed to end")
        : Pages.refused(affected(actor, model), done);
  }

  private String answer(Actor actor, UUID id, Outcome<?> done, String zh, String en, Model model) {
    if (done.isDone()) return Pages.go("/findings/" + id, zh, en);
    return Pages.refused(show(actor, id, model), done);
  }
}
