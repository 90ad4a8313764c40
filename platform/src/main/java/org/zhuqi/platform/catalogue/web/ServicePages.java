package org.zhuqi.platform.catalogue.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Certificates;
import org.zhuqi.platform.catalogue.PublicCatalogue;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.catalogue.ServicePage;
import org.zhuqi.platform.catalogue.ServiceSearch;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Pages;

/** The public catalogue: search and one service. */
@Controller
class ServicePages {
  private final PublicCatalogue services;
  private final Catalogue catalogue;
  private final Certificates certificates;
  private final Papers papers;
  private final Rules rules;
  private final Areas areas;

  ServicePages(
      PublicCatalogue services, Catalogue catalogue, Certificates certificates, Papers papers, Rules rules, Areas areas) {
    this.services = services;
    this.catalogue = catalogue;
    this.certificates = certificates;
    this.papers = papers;
    this.rules = rules;
    this.areas = areas;
  }

  @GetMapping("/services")
  @PreAuthorize("permitAll()")
  String search(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String max,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Long maxFen = null;
    List<Refusal> wrong = List.of();
    try {
      maxFen = max == null || max.isBlank() ? null : Money.of(max.strip().replace(",", "")).fen();
    } catch (IllegalArgumentException e) {
      wrong = List.of(Refusal.of("not_an_amount", "价格上限请填写金额，例如 5000。", "The highest fee is an amount, such as 5000.").at("max"));
    }
    ServiceSearch asked = new ServiceSearch(q, category, null, area, mode, maxFen, Math.max(0, page - 1), 12);
    Outcome<ServicePage> found = wrong.isEmpty() ? services.search(asked) : Outcome.refused(wrong);
    ServicePage shown = found instanceof Outcome.Done<ServicePage>(var value) ? value : new ServicePage(List.of(), 0, 0, 12);
    model.addAttribute("found", shown);
    model.addAttribute("query", new SearchQuery(q, category, area, mode, max));
    model.addAttribute("words", new Words(rules, areas));
    String view = "catalogue/services";
    return found.isDone() ? view : Pages.refused(view, found);
  }

  @GetMapping("/services/{id}")
  @PreAuthorize("permitAll()")
  String service(@Nullable Actor actor, @PathVariable UUID id, Model model) {
    ServiceItem item = catalogue.open(id).orElseThrow(() -> new NotFoundException("service " + id));
    ServicePage.Hit hit =
        services.ofInstitution(item.party()).stream()
            .filter(h -> h.service().id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("service " + id));
    model.addAttribute("hit", hit);
    model.addAttribute("certificate", certificates.of(actor, item).map(papers::paper).stream().toList());
    model.addAttribute("words", new Words(rules, areas));
    return "catalogue/service";
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem servicesNav() {
      return NavItem.open("服务目录", "Services", "/services", 20);
    }
  }

}
