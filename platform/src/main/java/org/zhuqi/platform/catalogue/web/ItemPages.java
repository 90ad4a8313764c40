package org.zhuqi.platform.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Certificates;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Where an institution keeps its service items, and where the centre sees all of them. */
@Controller
class ItemPages {
  private static final String FORM = "catalogue/item-form";
  private final Catalogue catalogue;
  private final Certificates certificates;
  private final Papers papers;
  private final Listings listings;
  private final Rules rules;
  private final Areas areas;

  ItemPages(Catalogue catalogue, Certificates certificates, Papers papers, Listings listings, Rules rules, Areas areas) {
    this.catalogue = catalogue;
    this.certificates = certificates;
    this.papers = papers;
    this.listings = listings;
    this.rules = rules;
    this.areas = areas;
  }

  @GetMapping("/items")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  ModelAndView list(Actor actor, ListQuery query) {
    Map<String, Object> parameters = new java.util.HashMap<>();
    parameters.put("party", actor.is(Role.INSTITUTION) ? actor.partyOrThrow() : null);
    return listings.show("catalogue/items", ItemList.of(new Words(rules, areas)), query, actor, parameters);
  }

  @GetMapping("/items/new")
  @PreAuthorize("hasRole('INSTITUTION')")
  String blank(Actor actor, Model model) {
    return form(null, null, model);
  }

  @PostMapping("/items")
  @PreAuthorize("hasRole('INSTITUTION')")
  String create(Actor actor, Fields f, Model model) {
    Item item = ItemForm.read(f);
    Outcome<UUID> made =
        f.then(() -> f.checked("publish") ? catalogue.publish(actor, item) : catalogue.draft(actor, item));
    return switch (made) {
      case Outcome.Done<UUID>(var id) -> Pages.go("/items/" + id, f.checked("publish") ? "已发布" : "草稿已保存", f.checked("publish") ? "Published" : "Draft kept");
      case Outcome.Refused<UUID> no -> Pages.refused(form(null, item, model), no);
    };
  }

  @GetMapping("/items/{id}")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  String show(Actor actor, @PathVariable UUID id, Model model) {
    ServiceItem s = visible(actor, id);
    model.addAttribute("item", s);
    model.addAttribute("words", new Words(rules, areas));
    model.addAttribute("certificate", certificates.of(actor, s).map(papers::paper).stream().toList());
    boolean own = actor.is(Role.INSTITUTION);
    model.addAttribute("problems", own ? catalogue.problems(actor, s.item()) : List.of());
    model.addAttribute("standing", java.util.Optional.ofNullable(catalogue.standing(List.of(s.party())).get(s.party())));
    return "catalogue/item";
  }

  @GetMapping("/items/{id}/edit")
  @PreAuthorize("hasRole('INSTITUTION')")
  String edit(Actor actor, @PathVariable UUID id, Model model) {
    ServiceItem s = visible(actor, id);
    return form(s, s.item(), model);
  }

  @PostMapping("/items/{id}")
  @PreAuthorize("hasRole('INSTITUTION')")
  String save(
      Actor actor, @PathVariable UUID id, Fields f, Model model) {
    ServiceItem before = visible(actor, id);
    Item item = ItemForm.read(f);
    int revision = f.number("revision", 1, Integer.MAX_VALUE);
    Outcome<ServiceItem> saved =
        f.then(() -> catalogue.edit(actor, id, revision, item));
    boolean publish = f.checked("publish");
    Outcome<ServiceItem> done = publish ? saved.then(s -> catalogue.publish(actor, id)) : saved;
    if (done.isDone()) return Pages.go("/items/" + id, publish ? "已发布" : "已保存，发布后生效", publish ? "Published" : "Kept; public once published");
    // What could be kept was kept: only the publication is refused.
    ServiceItem now = saved instanceof Outcome.Done<ServiceItem>(var s) ? s : before;
    return Pages.refused(form(now, item, model), done);
  }

  @PostMapping("/items/{id}/publish")
  @PreAuthorize("hasRole('INSTITUTION')")
  String publish(Actor actor, @PathVariable UUID id, Model model) {
    Outcome<ServiceItem> done = catalogue.publish(actor, id);
    if (done.isDone()) return Pages.go("/items/" + id, "已发布", "Published");
    return Pages.refused(show(actor, id, model), done);
  }

  @PostMapping("/items/{id}/deactivate")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE')")
  String deactivate(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    Outcome<ServiceItem> done = f.then(() -> catalogue.deactivate(actor, id, reason));
    if (done.isDone()) return Pages.go("/items/" + id, "已停用", "Taken out");
    return Pages.refused(show(actor, id, model), done);
  }

  @PostMapping("/items/{id}/let-back")
  @PreAuthorize("hasRole('CENTRE')")
  String letBack(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    Outcome<ServiceItem> done = f.then(() -> catalogue.letBack(actor, id, reason));
    if (done.isDone()) return Pages.go("/items/" + id, "已恢复，机构可以重新发布", "Let back; the institution may publish it again");
    return Pages.refused(show(actor, id, model), done);
  }

  private ServiceItem visible(Actor actor, UUID id) {
    ServiceItem s = catalogue.item(id);
    if (actor.is(Role.INSTITUTION) && !s.party().equals(actor.party())) throw new NotFoundException("item " + id);
    return s;
  }

  private String form(@Nullable ServiceItem s, @Nullable Item start, Model model) {
    model.addAttribute("item", java.util.Optional.ofNullable(s));
    model.addAttribute("start", start == null ? empty() : start);
    model.addAttribute("words", new Words(rules, areas));
    return FORM;
  }

  private static Item empty() {
    return new Item("", null, null, null, null, Item.MARKET, null, false, null, null, null, null, false, null, List.of(), null);
  }
}
