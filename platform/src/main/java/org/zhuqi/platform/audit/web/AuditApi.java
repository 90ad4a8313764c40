package org.zhuqi.platform.audit.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.audit.Anchor;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.NotFoundException;

/** The trail for machines. */
@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize("hasAnyRole('AUDITOR','ADMIN')")
class AuditApi {
  private final AuditTrail audit;
  private final AuditChain chain;

  AuditApi(AuditTrail audit, AuditChain chain) {
    this.audit = audit;
    this.chain = chain;
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
