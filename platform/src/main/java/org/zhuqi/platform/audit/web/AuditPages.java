package org.zhuqi.platform.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.audit.Anchor;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.audit.AuditChecks;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** The trail for auditors: everything is read, nothing can be changed. */
@Controller
@PreAuthorize("hasAnyRole('AUDITOR','ADMIN')")
class AuditPages {
  private final AuditTrail audit;
  private final AuditChain chain;
  private final AuditChecks checks;
  private final AuditList list;
  private final Listings listings;

  AuditPages(AuditTrail audit, AuditChain chain, AuditChecks checks, AuditList list, Listings listings) {
    this.audit = audit;
    this.chain = chain;
    this.checks = checks;
    this.list = list;
    this.listings = listings;
  }

  @GetMapping("/audit")
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("audit/list", list.listing(), query, actor, Map.of());
  }

  @GetMapping("/audit/{id}")
  String one(@PathVariable UUID id, Model model) {
    AuditTrail.SealedRecord found = audit.get(id);
    model.addAttribute("found", found);
    model.addAttribute("role", AuditList.label(found.record().role()));
    model.addAttribute("same", audit.of(found.record().subject()));
    return "audit/record";
  }

  @GetMapping("/audit/chain")
  String chain(Model model) {
    model.addAttribute("head", chain.head().orElse(null));
    model.addAttribute("checks", checks.latest(10));
    return "audit/chain";
  }

  @PostMapping("/audit/chain")
  String verify(Actor actor, Fields f, Model model) {
    String anchor = f.optional("anchor", 2000);
    return switch (f.then(() -> checks.ask(actor, anchor))) {
      case Outcome.Done(var id) -> Pages.go("/audit/chain", "已开始校验，几秒后可见结果", "Verification has begun; the result shows in seconds");
      case Outcome.Refused(var refusals) -> {
        chain(model);
        yield Pages.refused("audit/chain", refusals);
      }
    };
  }

  /** To be kept elsewhere: it proves later that nothing before it was changed. */
  @GetMapping("/audit/anchor.json")
  ResponseEntity<String> anchor() {
    Anchor head = chain.head().orElseThrow(() -> new NotFoundException("anchor"));
    String name = "anchor-%s-%d.json".formatted(head.tenant(), head.number());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(Json.write(head));
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem auditNav() {
      return NavItem.of("审计记录", "Audit trail", "/audit", 770, Role.AUDITOR, Role.ADMIN);
    }

    @Bean
    NavItem auditChainNav() {
      return NavItem.of("审计校验", "Verification", "/audit/chain", 775, Role.AUDITOR, Role.ADMIN);
    }
  }
}
