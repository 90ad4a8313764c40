package org.zhuqi.platform.redemption.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.measures.Menu;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.redemption.AddReceipt;
import org.zhuqi.platform.redemption.Invoice;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.redemption.ReviewSheet;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;

/** What can be done to an application, each by one form. */
@Controller
class RedemptionActs {
  private final Redemptions redemptions;
  private final RedemptionPages pages;

  RedemptionActs(Redemptions redemptions, RedemptionPages pages) {
    this.redemptions = redemptions;
    this.pages = pages;
  }

  @PostMapping("/redemptions/{id}/invoices")
  @PreAuthorize("hasRole('INSTITUTION')")
  String invoice(Actor actor, @PathVariable UUID id, @RequestParam MultipartFile invoice, Model model) throws IOException {
    Outcome<Invoice> read = redemptions.addInvoice(actor, id, name(invoice), invoice.getBytes());
    boolean red = read instanceof Outcome.Done<Invoice>(var i) && i.isRed();
    return answer(actor, id, read, red ? "红字发票已登记，对应的蓝字发票作废" : "发票已读取", red ? "The blue invoice is taken back" : "Invoice read", model);
  }

  @PostMapping("/redemptions/{id}/invoices/{invoice}/remove")
  @PreAuthorize("hasRole('INSTITUTION')")
  String removeInvoice(Actor actor, @PathVariable UUID id, @PathVariable UUID invoice) {
    redemptions.removeInvoice(actor, id, invoice);
    return Pages.go("/redemptions/" + id, "发票已移除", "Invoice removed");
  }

  @PostMapping("/redemptions/{id}/receipts")
  @PreAuthorize("hasRole('INSTITUTION')")
  String receipt(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    UUID document = f.id("bank_receipt");
    var amount = f.money("amount");
    var paidOn = f.date("paidOn");
    String reference = f.text("bankReference", 60);
    return answer(
        actor, id, f.then(() -> redemptions.addReceipt(actor, id, new AddReceipt(document, amount, paidOn, reference))), "汇款凭证已添加",
        "Transfer added", model);
  }

  @PostMapping("/redemptions/{id}/receipts/{receipt}/remove")
  @PreAuthorize("hasRole('INSTITUTION')")
  String removeReceipt(Actor actor, @PathVariable UUID id, @PathVariable UUID receipt) {
    redemptions.removeReceipt(actor, id, receipt);
    return Pages.go("/redemptions/" + id, "汇款凭证已移除", "Transfer removed");
  }

  @PostMapping("/redemptions/{id}/results")
  @PreAuthorize("hasRole('INSTITUTION')")
  String result(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    UUID document = f.id("deliverables");
    return answer(actor, id, f.then(() -> redemptions.addResult(actor, id, document)), "成果已添加", "Result added", model);
  }

  @PostMapping("/redemptions/{id}/results/{document}/remove")
  @PreAuthorize("hasRole('INSTITUTION')")
  String removeResult(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
    redemptions.removeResult(actor, id, document);
    return Pages.go("/redemptions/" + id, "成果已移除", "Result removed");
  }

  @PostMapping("/redemptions/{id}/submit")
  @PreAuthorize("hasRole('INSTITUTION')")
  String submit(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    Outcome<Redemption> done = redemptions.submit(actor, id, f.checked("declared"));
    return answer(actor, id, done, "已提交，等待第三方审核", "Handed in; a third party reviews it", model);
  }

  @PostMapping("/redemptions/{id}/withdraw")
  @PreAuthorize("hasRole('INSTITUTION')")
  String withdraw(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    return answer(actor, id, f.then(() -> redemptions.withdraw(actor, id, reason)), "已撤回", "Withdrawn", model);
  }

  /** A new application after a refusal or a withdrawal, while the window is open. */
  @PostMapping("/redemptions/{id}/again")
  @PreAuthorize("hasRole('INSTITUTION')")
  String again(Actor actor, @PathVariable UUID id) {
    Redemption r = redemptions.get(actor, id);
    UUID next = redemptions.open(actor, r.contract()).stream().filter(x -> x.funder().equals(r.funder())).findFirst().map(Redemption::id).orElse(id);
    return Pages.go("/redemptions/" + next, "已重新开启申请", "A new application is open");
  }

  @GetMapping("/red-letter")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE')")
  String redLetterForm() {
    return "redemption/redletter";
  }

  @PostMapping("/red-letter")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE')")
  String redLetter(Actor actor, @RequestParam MultipartFile invoice) throws IOException {
    Outcome<Invoice> done = redemptions.reportRedLetter(actor, name(invoice), invoice.getBytes());
    return done.isDone()
        ? Pages.go("/redemptions", "红字发票已登记，相关申请已处理", "The red-letter invoice is on record")
        : Pages.refused("redemption/redletter", done);
  }

  @PostMapping("/redemptions/{id}/review")
  @PreAuthorize("hasRole('REVIEWER')")
  String review(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    Map<String, String> answers = new HashMap<>();
    for (Menu.Item q : redemptions.full(actor, id).questions()) answers.put(q.code(), Objects.requireNonNullElse(f.optional("q_" + q.code(), 500), ""));
    int revision = f.number("revision", 0, Integer.MAX_VALUE);
    StageDecision decision = f.choice("decision", StageDecision.class);
    String opinion = f.optional("opinion", 2000);
    ReviewSheet sheet = new ReviewSheet(f.checked("unrelated"), f.checked("verified"), answers, Objects.requireNonNullElse(opinion, ""));
    Outcome<?> done = f.then(() -> redemptions.review(actor, id, revision, sheet, decision));
    return done.isDone()
        ? Pages.go("/inbox", "审核意见已提交", "The review is handed in")
        : Pages.refused(pages.review(actor, id, model), done);
  }

  @PostMapping("/redemptions/publish")
  @PreAuthorize("hasRole('BUREAU')")
  Object publish(Actor actor, Fields f, ListQuery query) {
    String funder = f.text("funder", 40);
    List<UUID> chosen = f.ids("id");
    Outcome<UUID> done = f.then(() -> redemptions.publish(actor, funder, chosen));
    if (done instanceof Outcome.Done<UUID>(var notice)) return Pages.go("/notices/" + notice, "已公示", "Published");
    Pages.refused("redemption/publish", done);
    return pages.approved(actor, funder, ListQuery.of(Map.of()));
  }

  @PostMapping("/redemptions/{id}/stop")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String stop(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    return answer(actor, id, f.then(() -> redemptions.stop(actor, id, reason)), "已暂停", "Stopped for review", model);
  }

  @PostMapping("/redemptions/{id}/resume")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  String resume(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    return answer(actor, id, f.then(() -> redemptions.resume(actor, id, reason)), "已恢复", "Resumed", model);
  }

  private String answer(Actor actor, UUID id, Outcome<?> done, String zh, String en, Model model) {
    if (done.isDone()) return Pages.go("/redemptions/" + id, zh, en);
    return Pages.refused(pages.show(actor, id, model), done);
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "invoice.xml");
  }
}
