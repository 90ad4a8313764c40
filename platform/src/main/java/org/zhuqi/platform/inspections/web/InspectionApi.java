package org.zhuqi.platform.inspections.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.inspections.AffectedContract;
import org.zhuqi.platform.inspections.Draws;
import org.zhuqi.platform.inspections.Findings;
import org.zhuqi.platform.inspections.HandOverCase;
import org.zhuqi.platform.inspections.Inspection;
import org.zhuqi.platform.inspections.InspectionDraw;
import org.zhuqi.platform.inspections.InspectionFinding;
import org.zhuqi.platform.inspections.Inspections;
import org.zhuqi.platform.inspections.RaiseFinding;
import org.zhuqi.platform.inspections.ReceiveMoney;
import org.zhuqi.platform.inspections.RecordVisit;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.web.Answers;

/** Draws, inspections and findings as JSON: everything that their pages do. */
@RestController
@RequestMapping("/api/v1")
class InspectionApi {
  private final Draws draws;
  private final Inspections inspections;
  private final Findings findings;

  InspectionApi(Draws draws, Inspections inspections, Findings findings) {
    this.draws = draws;
    this.inspections = inspections;
    this.findings = findings;
  }

  public record AnnounceBody(String measure, String funder, @Nullable String event, LocalDate eventOn) {}

  public record ValueBody(@Nullable String value) {}

  public record OpenBody(UUID contract, @Nullable String cause) {}

  public record AssignBody(UUID inspector) {}

  public record VisitBody(LocalDate on, @Nullable String place, @Nullable String present, @Nullable String found, boolean cooperated) {}

  public record TextBody(@Nullable String text) {
    String value() {
      return text == null ? "" : text;
    }
  }

  public record FindingBody(UUID party, String sanction, String ground, @Nullable String statement, @Nullable List<UUID> contracts) {}

  public record HearingBody(int workingDays) {}

  public record DecisionBody(boolean upheld, @Nullable String reason) {}

  public record HandOverBody(@Nullable String authority, LocalDate on, @Nullable String reference, @Nullable String note) {}

  /** @param amount in yuan as text, such as {@code "12000.50"} */
  public record MoneyBody(String amount, LocalDate on, @Nullable String bankReference) {}

  public record ChoiceBody(UUID finding, UUID contract, boolean finish, @Nullable String reason) {}

  @GetMapping("/draws")
  @PreAuthorize("permitAll()")
  List<InspectionDraw> drawn() {
    return draws.list();
  }

  @GetMapping("/draws/{id}")
  @PreAuthorize("permitAll()")
  InspectionDraw draw(@PathVariable UUID id) {
    return draws.get(id);
  }

  @PostMapping("/draws")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> announce(Actor actor, @RequestBody AnnounceBody b) {
    return Answers.created(draws.announce(actor, b.measure(), b.funder(), text(b.event()), day(b.eventOn())), id -> "/api/v1/draws/" + id);
  }

  @PostMapping("/draws/{id}/draw")
  @PreAuthorize("hasAnyRole('BUREAU','REVIEWER','CENTRE')")
  ResponseEntity<?> reveal(Actor actor, @PathVariable UUID id, @RequestBody ValueBody b) {
    return Answers.of(draws.draw(actor, id, text(b.value())));
  }

  @GetMapping("/inspections")
  @PreAuthorize(InspectionPages.READERS)
  List<Inspection> inspections(Actor actor, @RequestParam(required = false) @Nullable UUID draw) {
    return inspections.list(actor, draw);
  }

  @GetMapping("/inspections/{id}")
  @PreAuthorize(InspectionPages.READERS)
  Inspection inspection(Actor actor, @PathVariable UUID id) {
    return inspections.get(actor, id);
  }

  @PostMapping("/inspections")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  ResponseEntity<?> open(Actor actor, @RequestBody OpenBody b) {
    return Answers.created(inspections.open(actor, b.contract(), text(b.cause())), id -> "/api/v1/inspections/" + id);
  }

  @PostMapping("/inspections/{id}/assign")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  ResponseEntity<?> assign(Actor actor, @PathVariable UUID id, @RequestBody AssignBody b) {
    return Answers.of(inspections.assign(actor, id, b.inspector()));
  }

  @PostMapping("/inspections/{id}/visits")
  @PreAuthorize("hasRole('REVIEWER')")
  ResponseEntity<?> visit(Actor actor, @PathVariable UUID id, @RequestBody VisitBody b) {
    return Answers.of(inspections.visit(actor, id, new RecordVisit(day(b.on()), text(b.place()), text(b.present()), text(b.found()), b.cooperated())));
  }

  @PostMapping(path = "/inspections/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasRole('REVIEWER')")
  ResponseEntity<?> evidence(Actor actor, @PathVariable UUID id, @RequestParam MultipartFile file)
      throws IOException {
    return Answers.of(inspections.addEvidence(actor, id, Objects.requireNonNullElse(file.getOriginalFilename(), "evidence"), file.getInputStream()));
  }

  @PostMapping("/inspections/{id}/close")
  @PreAuthorize("hasRole('REVIEWER')")
  ResponseEntity<?> close(Actor actor, @PathVariable UUID id, @RequestBody TextBody b) {
    return Answers.of(inspections.close(actor, id, b.value()));
  }

  @PostMapping("/inspections/{id}/findings")
  @PreAuthorize("hasRole('REVIEWER')")
  ResponseEntity<?> raise(Actor actor, @PathVariable UUID id, @RequestBody FindingBody b) {
    RaiseFinding raise =
        new RaiseFinding(b.party(), text(b.sanction()), text(b.ground()), text(b.statement()), b.contracts() == null ? List.of() : b.contracts());
    return Answers.created(inspections.raise(actor, id, raise), f -> "/api/v1/findings/" + f);
  }

  @GetMapping("/findings")
  @PreAuthorize(FindingPages.READERS)
  List<InspectionFinding> findings(Actor actor) {
    return findings.list(actor);
  }

  @GetMapping("/findings/{id}")
  @PreAuthorize(FindingPages.READERS)
  InspectionFinding finding(Actor actor, @PathVariable UUID id) {
    return findings.get(actor, id);
  }

  @PostMapping("/findings/{id}/hearing")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  ResponseEntity<?> hearing(Actor actor, @PathVariable UUID id, @RequestBody HearingBody b) {
    return Answers.of(findings.askToBeHeard(actor, id, b.workingDays()));
  }

  @PostMapping("/findings/{id}/say")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','BUREAU','CENTRE','REVIEWER')")
  ResponseEntity<?> say(Actor actor, @PathVariable UUID id, @RequestBody TextBody b) {
    return Answers.of(findings.hear(actor, id, b.value()));
  }

  @PostMapping("/findings/{id}/decide")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  ResponseEntity<?> decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionBody b) {
    return Answers.of(findings.decide(actor, id, b.upheld(), text(b.reason())));
  }

  @PostMapping("/findings/{id}/hand-over")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> handOver(Actor actor, @PathVariable UUID id, @RequestBody HandOverBody b) {
    return Answers.of(findings.handOver(actor, id, new HandOverCase(text(b.authority()), day(b.on()), text(b.reference()), text(b.note()))));
  }

  @PostMapping("/findings/{id}/propose-removal")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> proposeRemoval(Actor actor, @PathVariable UUID id) {
    return Answers.of(findings.proposeRemoval(actor, id));
  }

  @PostMapping("/receivables/{id}/receipts")
  @PreAuthorize("hasRole('FINANCE')")
  ResponseEntity<?> receive(Actor actor, @PathVariable UUID id, @RequestBody MoneyBody b) {
    return Answers.of(findings.receive(actor, id, new ReceiveMoney(amount(b.amount()), day(b.on()), text(b.bankReference()))));
  }

  @GetMapping("/affected-contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  List<AffectedContract> affected(Actor actor) {
    return findings.affected(actor);
  }

  @PostMapping("/affected-contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> choose(Actor actor, @RequestBody ChoiceBody b) {
    return Answers.of(findings.choose(actor, b.finding(), b.contract(), b.finish(), text(b.reason())));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static LocalDate day(@Nullable LocalDate day) {
    if (day == null) throw new RefusedException(Refusal.of("missing", "请给出日期。", "Give the date.").at("on"));
    return day;
  }

  private static Money amount(@Nullable String yuan) {
    try {
      return Money.of(text(yuan));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.of("not_an_amount", "请以元为单位给出金额，最多两位小数。", "Give the amount in yuan with at most two decimals.").at("amount"));
    }
  }
}
