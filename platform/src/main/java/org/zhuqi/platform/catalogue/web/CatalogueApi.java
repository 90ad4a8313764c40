package org.zhuqi.platform.catalogue.web;

import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.PublicCatalogue;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.catalogue.ServiceSearch;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.Answers;

/** The catalogue for programs: public search, and an institution's own items. */
@RestController
@RequestMapping("/api/v1")
class CatalogueApi {
  private final PublicCatalogue services;
  private final Catalogue catalogue;

  CatalogueApi(PublicCatalogue services, Catalogue catalogue) {
    this.services = services;
    this.catalogue = catalogue;
  }

  public record ReasonBody(String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  /** @param maxFeeFen highest published fee, in fen */
  @GetMapping("/services")
  @PreAuthorize("permitAll()")
  ResponseEntity<?> search(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String scope,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable String feeMode,
      @RequestParam(required = false) @Nullable Long maxFeeFen,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    return Answers.of(services.search(new ServiceSearch(q, category, scope, area, feeMode, maxFeeFen, page, size)));
  }

  @GetMapping("/services/{id}")
  @PreAuthorize("permitAll()")
  ServiceItem service(@PathVariable UUID id) {
    return catalogue.open(id).orElseThrow(() -> new NotFoundException("service " + id));
  }

  @GetMapping("/items")
  @PreAuthorize("hasRole('INSTITUTION')")
  List<ServiceItem> own(Actor actor) {
    return catalogue.ofParty(actor.partyOrThrow());
  }

  @PostMapping("/items")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> draft(Actor actor, @RequestBody ItemBody body) {
    return Answers.created(catalogue.draft(actor, body.item()).map(catalogue::item), s -> "/api/v1/items/" + s.id());
  }

  @GetMapping("/items/{id}")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  ServiceItem item(Actor actor, @PathVariable UUID id) {
    ServiceItem s = catalogue.item(id);
    if (actor.role().isParty() && !s.party().equals(actor.party())) throw new NotFoundException("item " + id);
    return s;
  }

  /** @param revision the one that the caller saw */
  @PutMapping("/items/{id}")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> edit(Actor actor, @PathVariable UUID id, @RequestParam int revision, @RequestBody ItemBody body) {
    return Answers.of(catalogue.edit(actor, id, revision, body.item()));
  }

  @PostMapping("/items/{id}/publish")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> publish(Actor actor, @PathVariable UUID id) {
    return Answers.of(catalogue.publish(actor, id));
  }

  /** By its institution, or by the centre, which alone lets it back. */
  @PostMapping("/items/{id}/deactivate")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE')")
  ResponseEntity<?> deactivate(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(catalogue.deactivate(actor, id, body.text()));
  }

  /** Lets an item back that the centre took out; its institution may then publish it again. */
  @PostMapping("/items/{id}/let-back")
  @PreAuthorize("hasRole('CENTRE')")
  ResponseEntity<?> letBack(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(catalogue.letBack(actor, id, body.text()));
  }
}
