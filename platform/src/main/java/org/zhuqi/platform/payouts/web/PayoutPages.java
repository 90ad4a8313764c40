package org.zhuqi.platform.payouts.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.Books;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.payouts.Reconciliation;
import org.zhuqi.platform.payouts.ReturnAnswer;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Badge.Tone;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;
import org.zhuqi.platform.web.print.Spreadsheet;

/** Finance's desk for paying: what is owed, files for the treasury, its answers, and whether all of it agrees. */
@Controller
class PayoutPages {
  static final String READERS = "hasAnyRole('FINANCE','BUREAU','AUDITOR')";

  private final Payouts payouts;
  private final PayoutViews views;
  private final Listings listings;
  private final AuditTrail audit;
  private final Books books;
  private final Funders funders;

  PayoutPages(Payouts payouts, PayoutViews views, Listings listings, AuditTrail audit, Books books, Funders funders) {
    this.payouts = payouts;
    this.views = views;
    this.listings = listings;
    this.audit = audit;
    this.books = books;
    this.funders = funders;
  }

  @GetMapping("/payouts")
  @PreAuthorize("hasAnyRole('FINANCE','BUREAU','AUDITOR','CENTRE','INSTITUTION')")
  ModelAndView payables(Actor actor, ListQuery query) {
    return owed(actor, query);
  }

  private ModelAndView owed(Actor actor, ListQuery query) {
    return listings
        .show("payouts/owed", PayoutLists.payables(funders), query, actor, PayoutLists.parameters(actor))
        .addObject("funders", named(actor.funders()));
  }

  @PostMapping("/payouts/files")
  @PreAuthorize("hasRole('FINANCE')")
  Object prepare(Actor actor, Fields f) {
    String funder = f.text("funder", 40);
    Outcome<UUID> done = f.then(() -> payouts.prepare(actor, funder));
    if (done instanceof Outcome.Done<UUID>(var id)) {
      return Pages.go("/payouts/files/" + id, "付款文件已编制，明细已冻结，等待另一人复核", "Prepared and frozen; somebody else approves it");
    }
    Pages.refused("payouts/owed", done);
    return owed(actor, ListQuery.of(Map.of()));
  }

  @GetMapping("/payouts/files")
  @PreAuthorize(READERS)
  ModelAndView files(Actor actor, ListQuery query) {
    return listings.show("payouts/files", PayoutLists.files(funders), query, actor, PayoutLists.parameters(actor));
  }

  @GetMapping("/payouts/files/{id}")
  @PreAuthorize(READERS)
  String file(Actor actor, @PathVariable UUID id, Model model) {
    return show(actor, id, model);
  }

  private String show(Actor actor, UUID id, Model model) {
    PayoutFile file = views.file(actor, id);
    model.addAttribute("file", file);
    model.addAttribute("funder", funders.label(file.funder()));
    model.addAttribute("mine", file.preparedBy().equals(actor.account()));
    model.addAttribute("decided", views.decidedOn(actor, file));
    model.addAttribute("events", events(id));
    return "payouts/file";
  }

  private List<Event> events(UUID file) {
    List<Event> events = new ArrayList<>();
    Map<String, Text> words =
        Map.of(
            "payout.prepared", new Text("编制并冻结", "Prepared and frozen"),
            "payout.approved", new Text("复核通过", "Approved"),
            "payout.cancelled", new Text("撤销", "Cancelled"),
            "payout.file_taken", new Text("下载送国库", "Taken for the treasury"));
    audit.of(file).forEach(
        a -> {
          Text what = words.get(a.act());
          boolean cancelled = a.act().equals("payout.cancelled");
          if (what != null) {
            events.add(new Event(cancelled ? Tone.OFF : Tone.RUNNING, what, Event.who(a.name()), a.at().toInstant(), cancelled ? new Text(a.grounds(), a.grounds()) : null, a.provision()));
          }
        });
    return events;
  }

  @PostMapping("/payouts/files/{id}/approve")
  @PreAuthorize("hasAnyRole('FINANCE','BUREAU')")
  String approve(Actor actor, @PathVariable UUID id, Model model) {
    return answer(actor, id, payouts.approve(actor, id), "已复核，可下载送国库", "Approved; it may go to the treasury", model);
  }

  @PostMapping("/payouts/files/{id}/cancel")
  @PreAuthorize("hasAnyRole('FINANCE','BUREAU')")
  String cancel(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 300);
    return answer(actor, id, f.then(() -> payouts.cancel(actor, id, reason)), "已撤销，款项恢复待拨付", "Cancelled; its lines are payable again", model);
  }

  private String answer(Actor actor, UUID id, Outcome<?> done, String zh, String en, Model model) {
    if (done.isDone()) return Pages.go("/payouts/files/" + id, zh, en);
    return Pages.refused(show(actor, id, model), done);
  }

  @GetMapping("/payouts/files/{id}/csv")
  @PreAuthorize(READERS)
  ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id) {
    return download(views.csv(actor, id), views.file(actor, id).number() + ".csv", "text/csv;charset=UTF-8");
  }

  @GetMapping("/payouts/files/{id}/xlsx")
  @PreAuthorize(READERS)
  ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable UUID id) {
    return download(views.xlsx(actor, id), views.file(actor, id).number() + ".xlsx", Spreadsheet.TYPE);
  }

  static ResponseEntity<byte[]> download(byte[] content, String name, String type) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }

  @GetMapping("/payouts/return")
  @PreAuthorize("hasRole('FINANCE')")
  String returnForm() {
    return "payouts/return";
  }

  @PostMapping("/payouts/return")
  @PreAuthorize("hasRole('FINANCE')")
  String readReturn(Actor actor, @RequestParam MultipartFile file) throws IOException {
    Outcome<ReturnAnswer> done = payouts.readReturn(actor, Objects.requireNonNullElse(file.getOriginalFilename(), "return"), file.getBytes());
    return switch (done) {
      case Outcome.Refused<ReturnAnswer>(var refusals) -> Pages.refused("payouts/return", refusals);
      case Outcome.Done<ReturnAnswer>(var a) when a.again() -> Pages.go("/payouts/files", "该回盘文件此前已读过，没有重复入账", "This file was read before; nothing was booked again");
      case Outcome.Done<ReturnAnswer>(var a) ->
          Pages.go(
              "/payouts/files",
              "已读回：支付 %d 笔 %s，退票 %d 笔，此前已知 %d 笔".formatted(a.paid(), a.paidTotal().format(), a.bounced(), a.known()),
              "%d paid, %s; %d bounced; %d known before".formatted(a.paid(), a.paidTotal().format(true), a.bounced(), a.known()));
    };
  }

  @GetMapping("/payouts/reconciliation")
  @PreAuthorize(READERS)
  String reconciliation(Actor actor, @RequestParam(required = false) String funder, Model model) {
    List<String> all = views.funders(actor);
    String chosen = funder != null ? funder : all.isEmpty() ? "" : all.getFirst();
    Reconciliation reconciliation = chosen.isEmpty() ? new Reconciliation("", List.of(), List.of()) : views.reconcile(actor, chosen);
    Map<UUID, Integer> years = new HashMap<>();
    reconciliation.rows().forEach(r -> years.put(r.line(), books.line(actor, r.line()).line().year()));
    model.addAttribute("funders", named(all));
    model.addAttribute("years", years);
    model.addAttribute("reconciliation", reconciliation);
    return "payouts/reconciliation";
  }

  private Map<String, Text> named(Collection<String> codes) {
    Map<String, Text> named = new TreeMap<>();
    codes.forEach(f -> named.put(f, funders.label(f)));
    return named;
  }
}
