package org.zhuqi.platform.audit.web;

import java.util.List;
import java.util.Map;
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
import org.zhuqi.platform.audit.Anchor;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.audit.AuditCheck;
import org.zhuqi.platform.audit.AuditChecks;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** The trail for machines. */
@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize("hasAnyRole('AUDITOR','ADMIN')")
class AuditApi {
  private final AuditTrail audit;
  private final AuditChain chain;
  private final AuditChecks checks;
  private final AuditList list;
  private final Listings listings;

  AuditApi(AuditTrail audit, AuditChain chain, AuditChecks checks, AuditList list, Listings listings) {
    this.audit = audit;
    this.chain = chain;
    this.checks = checks;
    this.list = list;
    this.listings = listings;
  }

  /** @param anchor the content of an anchor exported earlier; left out to check the chain in itself */
  record CheckBody(@Nullable String anchor) {}

  /** The whole trail, filtered and sorted as on the page. */
  @GetMapping("/records")
  ListPage.Slice<AuditList.Row> records(ListQuery query) {
    return listings.page(list.listing(), query, Map.of()).slice();
  }

  /** Verifications, the latest first: done, or still waiting for the job. */
  @GetMapping("/checks")
  List<AuditCheck> checks() {
    return checks.latest(100);
  }

  /** Asks for a verification; a job does it within seconds to minutes. */
  @PostMapping("/checks")
  ResponseEntity<?> check(Actor actor, @RequestBody CheckBody body) {
    return Answers.created(checks.ask(actor, body.anchor()), id -> "/api/v1/audit/checks");
  }

  /** Everything that was done to one thing, oldest first. */
  @GetMapping
  List<AuditRecord> of(@RequestParam UUID subject) {
    return audit.of(subject);
  }

  @GetMapping("/{id}")
  AuditTrail.SealedRecord one(@PathVariable UUID id) {
    return audit.get(id);
  }

  /** The head of the chain. */
  @GetMapping("/anchor")
  Anchor anchor() {
    return chain.head().orElseThrow(() -> new NotFoundException("anchor"));
  }
}
