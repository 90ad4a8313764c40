package org.zhuqi.platform.inspections.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.inspections.Findings;
import org.zhuqi.platform.inspections.Inspection;
import org.zhuqi.platform.inspections.Inspections;
import org.zhuqi.platform.inspections.OwnInspection;
import org.zhuqi.platform.inspections.RaiseFinding;
import org.zhuqi.platform.inspections.RecordVisit;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Inspections: the list, and one with its evidence and what the inspector may record. */
@Controller
class InspectionPages {
  static final String SIDES = "hasAnyRole('ENTERPRISE','INSTITUTION')";
  static final String READERS = "hasAnyRole('BUREAU','CENTRE','FINANCE','REVIEWER','AUDITOR')";

  private final Inspections inspections;
  private final Findings findings;
  private final Redemptions redemptions;
  private final Contracts contracts;
  private final Documents documents;
  private final Papers papers;
  private final Listings listings;

  InspectionPages(
      Inspections inspections,
      Findings findings,
      Redemptions redemptions,
      Contracts contracts,
      Documents documents,
      Papers papers,
      Listings listings) {
    this.inspections = inspections;
    this.findings = findings;
    this.redemptions = redemptions;
    this.contracts = contracts;
    this.documents = documents;
    this.papers = papers;
    this.listings = listings;
  }

  @GetMapping("/inspections")
  @PreAuthorize(READERS)
  ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable UUID draw, ListQuery query) {
    return listings.show("inspections/list", InspectionLists.INSPECTIONS, query, actor, InspectionLists.parameters(actor, draw));
  }

  @GetMapping("/inspections/{id}")
  @PreAuthorize(READERS)
  String one(Actor actor, @PathVariable UUID id, Model model) {
    return show(actor, id, model);
  }

  private String show(Actor actor, UUID id, Model model) {
    Inspection i = inspections.get(actor, id);
    List<Redemption> asked = redemptions.ofContracts(List.of(i.contract()));
    model.addAttribute("i", i);
    model.addAttribute("mine", actor.account() != null && actor.account().equals(i.inspector()) && !i.state().isClosed());
    model.addAttribute("office", actor.is(Role.BUREAU, Role.CENTRE) && !inspections.assistsOnly(actor, i));
    model.addAttribute("inspectors", inspections.inspectors(i.funder()));
    model.addAttribute("sanctions", findings.sanctions(i.measure(), i.version()));
    model.addAttribute("others", inspections.others(i));
    model.addAttribute("redemptions", asked);
    model.addAttribute("contractPapers", papers.papers(documents.attachedTo("contract", i.contract())));
    model.addAttribute("ownPapers", papers.papers(documents.attachedTo(Inspections.KIND, id)));
    model.addAttribute("providerPapers", papers.papers(documents.attachedTo(Inspections.FROM_PROVIDER, id)));
    model.addAttribute("clientPapers", papers.papers(documents.attachedTo(Inspections.FROM_CLIENT, id)));
    model.addAttribute(
        "redemptionPapers", asked.stream().flatMap(r -> papers.papers(documents.attachedTo(Redemptions.KIND, r.id())).stream()).toList());
    return "inspections/one";
  }

  @GetMapping("/inspections/new")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String form(@RequestParam(required = false) @Nullable String contract, Model model) {
    model.addAttribute("contract", contract);
    return "inspections/form";
  }

  /** Looks into a contract for a cause; from the contract's page or by its number. */
  @PostMapping("/inspections")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String open(Actor actor, Fields f) {
    String number = f.text("contract", 40);
    String cause = f.text("cause", 500);
    Optional<Contract> contract = contracts.byNumber(actor, number);
    if (contract.isEmpty() && !number.isEmpty()) {
      f.refuse("contract", "contract_unknown", "您的职责范围内没有编号或备案号为“" + number + "”的合同。请核对后重填。",
          "Within your remit no contract has the number or filing number \"" + number + "\". Please check it.");
    }
    Outcome<UUID> done = f.then(() -> inspections.open(actor, contract.orElseThrow().id(), cause));
    return done instanceof Outcome.Done<UUID>(var id)
        ? Pages.go("/inspections/" + id, "已立案检查", "Inspection opened")
        : Pages.refused("inspections/form", done);
  }

  @PostMapping("/inspections/{id}/assign")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String assign(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    UUID inspector = f.id("inspector");
    return answer(actor, id, f.then(() -> inspections.assign(actor, id, inspector)), "已指派", "Assigned", model);
  }

  @PostMapping("/inspections/{id}/visits")
  @PreAuthorize("hasRole('REVIEWER')")
  String visit(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    RecordVisit visit =
        new RecordVisit(f.date("on"), f.text("place", 200), f.text("present", 200), f.text("found", 4000), !f.checked("refused"));
    return answer(actor, id, f.then(() -> inspections.visit(actor, id, visit)), "检查情况已记录", "Recorded", model);
  }

  @PostMapping("/inspections/{id}/papers")
  @PreAuthorize("hasRole('REVIEWER')")
  String paper(Actor actor, @PathVariable UUID id, @RequestParam MultipartFile file, Model model)
      throws IOException {
    Outcome<UUID> done =
        inspections.addEvidence(actor, id, Objects.requireNonNullElse(file.getOriginalFilename(), "evidence"), file.getInputStream());
    return answer(actor, id, done, "证据已保存", "Kept as evidence", model);
  }

  @GetMapping("/inspections/hand-in")
  @PreAuthorize(SIDES)
  String ofSide(Actor actor, Model model) {
    model.addAttribute("inspections", inspections.ofSide(actor));
    return "inspections/own";
  }

  @GetMapping("/inspections/{id}/hand-in")
  @PreAuthorize(SIDES)
  String own(Actor actor, @PathVariable UUID id, Model model) {
    OwnInspection own = inspections.own(actor, id);
    model.addAttribute("i", own);
    model.addAttribute("papers", papers.papers(documents.attachedTo(own.papersKind(), id)));
    return "inspections/handin";
  }

  @PostMapping("/inspections/{id}/hand-in")
  @PreAuthorize(SIDES)
  String handIn(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    List<UUID> chosen = f.ids("papers");
    Outcome<Void> done = f.then(() -> inspections.handIn(actor, id, chosen));
    return done.isDone() ? Pages.go("/inspections/" + id + "/hand-in", "材料已提交检查人员", "Handed in") : Pages.refused(own(actor, id, model), done);
  }

  @PostMapping("/inspections/{id}/close")
  @PreAuthorize("hasRole('REVIEWER')")
  String close(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String result = f.text("result", 4000);
    return answer(actor, id, f.then(() -> inspections.close(actor, id, result)), "检查结束，未发现问题", "Closed, nothing found", model);
  }

  @PostMapping("/inspections/{id}/findings")
  @PreAuthorize("hasRole('REVIEWER')")
  String raise(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    UUID party = f.id("party");
    String[] chosen = f.text("ground", 80).split("/", 2);
    String statement = f.text("statement", 4000);
    RaiseFinding raise = new RaiseFinding(party, chosen[0], chosen.length == 2 ? chosen[1] : "", statement, f.ids("contracts"));
    Outcome<UUID> done = f.then(() -> inspections.raise(actor, id, raise));
    if (done instanceof Outcome.Done<UUID>(var finding)) return Pages.go("/findings/" + finding, "问题已提出，由主管部门听取意见后决定", "Raised; the bureau hears the party and decides");
    return Pages.refused(show(actor, id, model), done);
  }

  private String answer(Actor actor, UUID id, Outcome<?> done, String zh, String en, Model model) {
    if (done.isDone()) return Pages.go("/inspections/" + id, zh, en);
    return Pages.refused(show(actor, id, model), done);
  }
}
