package org.zhuqi.platform.registers.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.registers.Application;
import org.zhuqi.platform.registers.ApplicationForm;
import org.zhuqi.platform.registers.Apply;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.EntryScope;
import org.zhuqi.platform.registers.EntryState;
import org.zhuqi.platform.registers.FilingChecks;
import org.zhuqi.platform.registers.Recommender;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.YearlyPapers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Applications, entries and yearly papers for machines; the same facades as the pages. */
@RestController
@RequestMapping("/api/v1")
class RegisterApi {
  private final Registers registers;
  private final YearlyPapers yearly;
  private final EntryScope scope;
  private final EntryList lists;
  private final Listings listings;
  private final FilingChecks checks;
  private final FilingList filed;

  RegisterApi(Registers registers, YearlyPapers yearly, EntryScope scope, EntryList lists, Listings listings, FilingChecks checks, FilingList filed) {
    this.registers = registers;
    this.yearly = yearly;
    this.scope = scope;
    this.lists = lists;
    this.listings = listings;
    this.checks = checks;
    this.filed = filed;
  }

  /** What an application states and which documents prove it, one or several for each material; either may be left out. */
  record Stated(@Nullable Map<String, Object> facts, @Nullable Map<String, List<UUID>> documents) {
    Map<String, Object> factsOrNone() {
      return facts == null ? Map.of() : facts;
    }

    Map<String, List<UUID>> documentsOrNone() {
      return documents == null ? Map.of() : documents;
    }
  }

  record Id(UUID id) {}

  record Submit(boolean declared) {}

  record Receipt(String number) {}

  record Publish(List<UUID> applications) {}

  record Recommend(String creditCode, LocalDate since, String statement) {}

  /** @param missing sentences; empty when it can be handed in */
  record View(Application application, UUID caseId, List<Recommender> recommenders, List<Text> missing, Decision preview) {
    static View of(ApplicationForm f) {
      return new View(f.application(), f.file().id(), f.recommenders(), f.missing(), f.preview());
    }
  }

  @GetMapping("/registers")
  @PreAuthorize("permitAll()")
  List<Registers.Kept> kept() {
    return registers.kept();
  }

  @GetMapping("/registers/{measure}/{register}/entries")
  @PreAuthorize("permitAll()")
  ListPage.Slice<EntryList.Row> entries(@PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings.page(lists.shown(), query, scope.parameters(measure, register)).slice();
  }

  @GetMapping("/registers/{measure}/{register}/entries/all")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')")
  ListPage.Slice<EntryList.Row> all(@PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings.page(lists.all(), query, scope.parameters(measure, register)).slice();
  }

  @GetMapping("/registers/entries/{id}")
  @PreAuthorize("permitAll()")
  Entry entry(@Nullable Actor actor, @PathVariable UUID id) {
    Entry e = registers.entry(id);
    boolean inside = actor != null && (!actor.role().isParty() || e.party().equals(actor.party()));
    if (!inside && e.state() == EntryState.HIDDEN) throw new NotFoundException("entry " + id);
    return e;
  }

  /** Begins an application, or goes on with the open one. */
  @PostMapping("/registers/{measure}/{register}/applications")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> apply(Actor actor, @PathVariable String measure, @PathVariable String register, @RequestBody Stated s) {
    Apply command = new Apply(measure, actor.partyOrThrow(), register, s.factsOrNone(), s.documentsOrNone());
    return Answers.created(registers.apply(actor, command).map(Id::new), i -> "/api/v1/registers/applications/" + i.id());
  }

  @GetMapping("/registers/applications")
  @PreAuthorize("hasRole('INSTITUTION')")
  List<Application> mine(Actor actor) {
    return registers.mine(actor);
  }

  @GetMapping("/registers/applications/{id}")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  View one(Actor actor, @PathVariable UUID id) {
    return View.of(registers.form(actor, id));
  }

  @PutMapping("/registers/applications/{id}")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> save(Actor actor, @PathVariable UUID id, @RequestBody Stated s) {
    var saved = registers.save(actor, id, s.factsOrNone());
    for (Map.Entry<String, List<UUID>> d : s.documentsOrNone().entrySet()) {
      saved = saved.then(v -> registers.attach(actor, id, d.getKey(), d.getValue()));
    }
    return Answers.of(saved);
  }

  @PostMapping("/registers/applications/{id}/submission")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> submit(Actor actor, @PathVariable UUID id, @RequestBody Submit s) {
    return Answers.of(registers.submit(actor, id, s.declared()).map(Receipt::new));
  }

  /** What an official read from the papers. */
  @PostMapping("/registers/applications/{id}/check")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> verify(Actor actor, @PathVariable UUID id, @RequestBody Map<String, Object> facts) {
    return Answers.of(registers.verify(actor, id, facts));
  }

  @GetMapping("/registers/{measure}/{register}/passed")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  List<Application> passed(Actor actor, @PathVariable String measure, @PathVariable String register) {
    return registers.toPublish(actor, measure, register);
  }

  @PostMapping("/registers/{measure}/{register}/notices")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> publish(Actor actor, @PathVariable String measure, @PathVariable String register, @RequestBody Publish p) {
    return Answers.created(
        registers.publish(actor, measure, register, p.applications()).map(Id::new), i -> "/api/v1/notices/" + i.id());
  }

  @PostMapping("/registers/{measure}/{register}/recommendations")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> recommend(Actor actor, @PathVariable String measure, @PathVariable String register, @RequestBody Recommend r) {
    return Answers.of(registers.recommend(actor, measure, register, r.creditCode(), r.since(), r.statement()));
  }

  /** This year's papers of an entry: what is due and what was filed. */
  @GetMapping("/registers/entries/{id}/filings")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  YearlyPapers.Due due(Actor actor, @PathVariable UUID id) {
    return yearly.due(actor, id).orElseThrow(() -> new NotFoundException("yearly papers of " + id));
  }

  @PostMapping("/registers/entries/{id}/filings")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> file(Actor actor, @PathVariable UUID id, @RequestBody Map<String, List<UUID>> papers) {
    return Answers.created(yearly.file(actor, id, papers).map(Id::new), i -> "/api/v1/registers/entries/" + id + "/filings");
  }

  /** What was filed in a register, and what came of it. */
  @GetMapping("/registers/{measure}/{register}/filings")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  ListPage.Slice<FilingList.Row> filings(@PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings.page(filed.filed(), query, FilingList.of(measure, register)).slice();
  }

  @GetMapping("/registers/filings/{id}")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  FilingChecks.Filing filing(@PathVariable UUID id) {
    return checks.get(id);
  }

  /** @param note everything that is missing or wrong */
  record Return(@Nullable String note) {}

  @PostMapping("/registers/filings/{id}/acceptance")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> accept(Actor actor, @PathVariable UUID id) {
    return Answers.of(checks.accept(actor, id));
  }

  /** The papers go back and count as not filed. */
  @PostMapping("/registers/filings/{id}/return")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> giveBack(Actor actor, @PathVariable UUID id, @RequestBody Return r) {
    return Answers.of(checks.giveBack(actor, id, Objects.requireNonNullElse(r.note(), "")));
  }

  @GetMapping("/registers/{measure}/{register}/late")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  List<YearlyPapers.Late> late(@PathVariable String measure, @PathVariable String register) {
    return yearly.late(measure).stream().filter(l -> l.entry().register().equals(register)).toList();
  }
}
