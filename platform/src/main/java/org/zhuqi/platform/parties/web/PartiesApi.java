package org.zhuqi.platform.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.parties.Area;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.BankAccount;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.parties.ChangeParty;
import org.zhuqi.platform.parties.Interest;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.parties.Masked;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyList;
import org.zhuqi.platform.parties.Project;
import org.zhuqi.platform.parties.Relation;
import org.zhuqi.platform.parties.RelationKind;
import org.zhuqi.platform.parties.Tie;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Parties for programs: the same facade, the same masks. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "parties", description = "Enterprises, project owners, institutions, and what ties people to them")
class PartiesApi {
  private static final String OFFICIALS = "hasAnyRole('CENTRE', 'BUREAU', 'FINANCE', 'AUDITOR')";
  private static final String VERIFIERS = "hasAnyRole('CENTRE', 'BUREAU')";
  private static final String PARTIES = "hasAnyRole('ENTERPRISE', 'INSTITUTION')";
  private static final String DECLARERS = "hasAnyRole('CENTRE', 'BUREAU', 'FINANCE', 'REVIEWER', 'AUDITOR')";
  private final Parties parties;
  private final PartyList list;
  private final BankAccounts bankAccounts;
  private final Interests interests;
  private final Areas areas;
  private final Listings listings;

  PartiesApi(
      Parties parties, PartyList list, BankAccounts bankAccounts, Interests interests, Areas areas, Listings listings) {
    this.parties = parties;
    this.list = list;
    this.bankAccounts = bankAccounts;
    this.interests = interests;
    this.areas = areas;
    this.listings = listings;
  }

  /** @param related other parties that have something in common with it; for officials */
  record PartyBody(Party party, List<Project> projects, List<Tie> relations, List<Relation> related) {}

  record Verification(boolean taxCompliant, String grounds) {}

  record Grounds(String grounds) {}

  record BankBody(String holder, String bank, String number) {}

  record ProjectBody(String code, String name, String area) {}

  record RelationBody(RelationKind kind, String value, String name) {}

  record ProjectCheck(boolean filed, String grounds) {}

  record IdentityBody(String identityNumber) {}

  record InterestBody(String creditCode, String reason) {}

  @GetMapping("/areas")
  @PreAuthorize("permitAll()")
  @Operation(summary = "Where a party can be registered")
  List<Area> areas() {
    return areas.all();
  }

  @GetMapping("/parties")
  @PreAuthorize(OFFICIALS)
  @Operation(summary = "Parties, filtered and sorted as on the page (q, area, state, registered_on.from, sort, page, size)")
  ListPage.Slice<PartyList.Row> list(@Parameter(hidden = true) ListQuery query) {
    return listings.page(list.listing(), query, Map.of()).slice();
  }

  @GetMapping("/parties/{id}")
  @PreAuthorize("isAuthenticated()")
  @Operation(summary = "One party: in full to its own people, masked to officials")
  PartyBody one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    boolean own = id.equals(actor.party());
    if (!own) actor.mustBe(Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.AUDITOR);
    Party party = parties.get(id);
    return new PartyBody(
        own ? party : party.masked(), parties.projects(id), parties.relationsOf(id), own ? List.of() : parties.relatedTo(id));
  }

  @PostMapping("/parties/{id}/contact")
  @PreAuthorize(OFFICIALS)
  @Operation(summary = "One party with its contact unmasked; that somebody looked is recorded")
  Party contact(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    Party party = parties.get(id);
    parties.contactShown(actor, id);
    return party;
  }

  @PutMapping("/parties/{id}")
  @PreAuthorize(PARTIES)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Change what the party states; anything but the contact must then be verified again")
  void change(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody ChangeParty change) {
    parties.change(actor, id, change).orThrow();
  }

  @PostMapping("/parties/{id}/verification")
  @PreAuthorize(VERIFIERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Authenticate: an official has checked the licence")
  void verify(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Verification body) {
    parties.verify(actor, id, body.taxCompliant(), body.grounds()).orThrow();
  }

  @PostMapping("/parties/{id}/verification/withdrawal")
  @PreAuthorize(VERIFIERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take the authentication back")
  void unverify(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Grounds body) {
    parties.unverify(actor, id, body.grounds()).orThrow();
  }

  @PostMapping("/parties/{id}/projects")
  @PreAuthorize(PARTIES)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Record a project; one owner per project. It counts once an official has found it filed")
  Map<String, UUID> project(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody ProjectBody p) {
    return Map.of("project", parties.addProject(actor, id, p.code(), p.name(), p.area()).orThrow());
  }

  @PostMapping("/parties/{id}/projects/{project}/check")
  @PreAuthorize(VERIFIERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record whether a project is filed on the provincial platform")
  void projectChecked(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable UUID project, @RequestBody ProjectCheck body) {
    parties.projectChecked(actor, id, project, body.filed(), body.grounds()).orThrow();
  }

  @PostMapping("/parties/{id}/relations/{relation}/end")
  @PreAuthorize(VERIFIERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a relation; the record stays")
  void endRelation(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable UUID relation, @RequestBody Grounds body) {
    parties.endRelation(actor, id, relation, body.grounds()).orThrow();
  }

  @PostMapping("/parties/{id}/relations")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU', 'ENTERPRISE', 'INSTITUTION')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record a relation; only a keyed hash of the number is kept")
  void relate(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody RelationBody r) {
    parties.state(actor, id, r.kind(), r.value(), r.name()).orThrow();
  }

  @GetMapping("/parties/{id}/bank-account")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION', 'FINANCE')")
  @Operation(summary = "The current bank account, its number masked; absent: 204")
  @Nullable Map<String, Object> bankAccount(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    if (actor.role().isParty() && !id.equals(actor.party())) throw new ForbiddenException(actor, Role.FINANCE);
    return bankAccounts.current(id).map(PartiesApi::shown).orElse(null);
  }

  private static Map<String, Object> shown(BankAccount a) {
    return Map.of("id", a.id(), "holder", a.holder(), "bank", a.bank(), "number", Masked.bankAccount(a.number()), "usable", a.isUsable());
  }

  @PutMapping("/parties/{id}/bank-account")
  @PreAuthorize(PARTIES)
  @Operation(summary = "Name the bank account; the former one stays as history")
  Map<String, UUID> setBankAccount(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody BankBody b) {
    return Map.of("account", bankAccounts.set(actor, id, b.holder(), b.bank(), b.number()).orThrow());
  }

  @GetMapping("/interests")
  @PreAuthorize(DECLARERS)
  @Operation(summary = "What the caller has declared")
  List<Interest> interests(@Parameter(hidden = true) Actor actor) {
    return interests.of(actor, Objects.requireNonNull(actor.account()));
  }

  @PostMapping("/interests")
  @PreAuthorize(DECLARERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Declare an interest in a body, registered here or not")
  void declare(@Parameter(hidden = true) Actor actor, @RequestBody InterestBody body) {
    interests.declare(actor, body.creditCode(), body.reason()).orThrow();
  }

  @PostMapping("/interests/identity")
  @PreAuthorize(DECLARERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "State one's own identity number; only a keyed hash is kept")
  void identify(@Parameter(hidden = true) Actor actor, @RequestBody IdentityBody body) {
    interests.identify(actor, body.identityNumber()).orThrow();
  }

  @PostMapping("/interests/{id}/end")
  @PreAuthorize(DECLARERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a declared interest; the record stays")
  void end(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Grounds body) {
    interests.end(actor, id, body.grounds()).orThrow();
  }
}
