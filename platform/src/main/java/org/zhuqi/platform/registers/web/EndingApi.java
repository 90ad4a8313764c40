package org.zhuqi.platform.registers.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.complaints.ServiceComplaint;
import org.zhuqi.platform.registers.Exits;
import org.zhuqi.platform.registers.HandOver;
import org.zhuqi.platform.registers.HandOverCase;
import org.zhuqi.platform.registers.Removals;
import org.zhuqi.platform.registers.RemovedContracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Answers;

/** How entries end, for machines: by request and by removal. */
@RestController
@RequestMapping("/api/v1/registers")
class EndingApi {
  private final Exits exits;
  private final Removals removals;
  private final RemovedContracts running;

  EndingApi(Exits exits, Removals removals, RemovedContracts running) {
    this.exits = exits;
    this.removals = removals;
    this.running = running;
  }

  record Id(UUID id) {}

  record Ask(String reason) {}

  record DecideExit(boolean grant, String grounds) {}

  /** @param complaints about its service to which the proposal refers */
  record Propose(String ground, String facts, LocalDate hearUntil, List<UUID> evidence, @Nullable List<UUID> complaints) {}

  /** @param papers documents of one's own that speak for it */
  record Statement(String statement, @Nullable List<UUID> papers) {}

  record DecideRemoval(boolean remove, String grounds, long revision) {}

  record CarriedOut(LocalDate on, String receipt) {}

  record HandOverBody(@Nullable String authority, @Nullable LocalDate on, @Nullable String reference, @Nullable String note) {}

  record Choose(boolean finish, String reason) {}

  /** Whether the entry could leave today, and what still runs. */
  @GetMapping("/entries/{id}/exit")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  Exits.Prospect prospect(Actor actor, @PathVariable UUID id) {
    return exits.prospect(actor, id);
  }

  @PostMapping("/entries/{id}/exit")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> ask(Actor actor, @PathVariable UUID id, @RequestBody Ask a) {
    return Answers.created(exits.ask(actor, id, a.reason()).map(Id::new), i -> "/api/v1/registers/exits/" + i.id());
  }

  @GetMapping("/exits")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  List<Exits.Exit> open() {
    return exits.open();
  }

  @PostMapping("/exits/{id}/decision")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> decideExit(Actor actor, @PathVariable UUID id, @RequestBody DecideExit d) {
    return Answers.of(exits.decide(actor, id, d.grant(), d.grounds()));
  }

  @PostMapping("/exits/{id}/withdrawal")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> withdraw(Actor actor, @PathVariable UUID id) {
    return Answers.of(exits.withdraw(actor, id));
  }

  @GetMapping("/removals")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','ADMIN','AUDITOR')")
  List<Removals.Removal> removals(Actor actor) {
    return removals.list(actor, false);
  }

  @GetMapping("/removals/{id}")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','ADMIN','AUDITOR')")
  Removals.Removal removal(Actor actor, @PathVariable UUID id) {
    return removals.get(actor, id);
  }

  @PostMapping("/entries/{id}/removals")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> propose(Actor actor, @PathVariable UUID id, @RequestBody Propose p) {
    return Answers.created(
        removals
            .propose(actor, id, p.ground(), p.facts(), p.hearUntil(), p.evidence(), Objects.requireNonNullElse(p.complaints(), List.of()))
            .map(Id::new),
        i -> "/api/v1/registers/removals/" + i.id());
  }

  @PostMapping("/removals/{id}/statement")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> heard(Actor actor, @PathVariable UUID id, @RequestBody Statement s) {
    return Answers.of(removals.heard(actor, id, s.statement(), Objects.requireNonNullElse(s.papers(), List.of())));
  }

  @PostMapping("/removals/{id}/waiver")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> waive(Actor actor, @PathVariable UUID id) {
    return Answers.of(removals.waive(actor, id));
  }

  @PostMapping("/removals/{id}/decision")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> decide(Actor actor, @PathVariable UUID id, @RequestBody DecideRemoval d) {
    return Answers.of(removals.decide(actor, id, d.revision(), d.remove(), d.grounds()));
  }

  /** Records that the case was handed to the judicial authorities. */
  @PostMapping("/removals/{id}/hand-over")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> handOver(Actor actor, @PathVariable UUID id, @RequestBody HandOverBody b) {
    HandOverCase to =
        new HandOverCase(
            Objects.requireNonNullElse(b.authority(), ""), Objects.requireNonNullElse(b.on(), LocalDate.MAX), Objects.requireNonNullElse(b.reference(), ""), Objects.requireNonNullElse(b.note(), ""));
    return Answers.of(removals.handOver(actor, id, to));
  }

  /** The complaints about its service to which the proposal refers. */
  @GetMapping("/removals/{id}/complaints")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  List<ServiceComplaint> complaints(Actor actor, @PathVariable UUID id) {
    return removals.complaints(actor, id);
  }

  @GetMapping("/removals/{id}/hand-overs")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  List<HandOver> handOvers(Actor actor, @PathVariable UUID id) {
    return removals.handOvers(actor, id);
  }

  /** Running contracts with institutions that were removed, about which the caller's enterprise has to choose. */
  @GetMapping("/removals/contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  List<RemovedContracts.Affected> contracts(Actor actor) {
    return running.open(actor);
  }

  @PostMapping("/removals/{id}/contracts/{contract}")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> choose(Actor actor, @PathVariable UUID id, @PathVariable UUID contract, @RequestBody Choose c) {
    return Answers.of(running.choose(actor, id, contract, c.finish(), c.reason()));
  }

  @PostMapping("/removals/{id}/carried-out")
  @PreAuthorize("hasAnyRole('CENTRE','ADMIN')")
  ResponseEntity<?> carriedOut(Actor actor, @PathVariable UUID id, @RequestBody CarriedOut c) {
    return Answers.of(removals.carriedOut(actor, id, c.receipt(), c.on()));
  }
}
