package org.zhuqi.platform.contracts.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** What can be done on the page of a contract; each act by one form. */
@Controller
class ContractActs {
  private final Contracts contracts;
  private final ContractPages pages;

  ContractActs(Contracts contracts, ContractPages pages) {
    this.contracts = contracts;
    this.pages = pages;
  }

  @PostMapping("/contracts/{id}/offer")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String offer(Actor actor, @PathVariable UUID id, Model model) {
    return answer(actor, id, contracts.offer(actor, id), "已发给服务机构，等待答复", "Sent to the institution", model);
  }

  @PostMapping("/contracts/{id}/accept")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String accept(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    int revision = f.number("revision", 1, Integer.MAX_VALUE);
    return answer(actor, id, f.then(() -> contracts.accept(actor, id, revision)), "已同意条款，请双方签章", "Terms accepted; now to be signed", model);
  }

  @PostMapping("/contracts/{id}/decline")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String decline(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    return answer(actor, id, f.then(() -> contracts.decline(actor, id, reason)), "已谢绝", "Declined", model);
  }

  @PostMapping("/contracts/{id}/withdraw")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String withdraw(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 500);
    return answer(actor, id, f.then(() -> contracts.withdraw(actor, id, reason)), "已撤回", "Withdrawn", model);
  }

  @PostMapping("/contracts/{id}/sign")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String sign(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    SignedPaper paper =
        new SignedPaper(
            f.id("signed_contract"), f.text("clientSigner", 60), f.checked("clientByAgent"), f.optionalId("holder_authorisation"),
            f.text("providerSigner", 60), f.checked("providerByAgent"), f.optionalId("institution_authorisation"),
            f.checked("sealed"));
    return answer(
        actor, id, f.then(() -> contracts.sign(actor, id, paper)), "签章合同已提交，等待对方确认", "Handed in; the other side confirms it", model);
  }

  @PostMapping("/contracts/{id}/agree")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String agree(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String hash = f.text("sha256", 64);
    return answer(actor, id, f.then(() -> contracts.agree(actor, id, hash)), "双方已确认同一份合同", "Both sides agree to this contract", model);
  }

  @PostMapping("/contracts/{id}/start")
  @PreAuthorize("hasRole('INSTITUTION')")
  String start(Actor actor, @PathVariable UUID id, Model model) {
    return answer(actor, id, contracts.start(actor, id, null), "已开始服务", "Started", model);
  }

  @PostMapping("/contracts/{id}/progress")
  @PreAuthorize("hasRole('INSTITUTION')")
  String progress(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String note = f.text("note", 1_000);
    return answer(actor, id, f.then(() -> contracts.progress(actor, id, note)), "进度已记录", "Progress recorded", model);
  }

  @PostMapping("/contracts/{id}/deliver")
  @PreAuthorize("hasRole('INSTITUTION')")
  String deliver(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    List<UUID> results = f.ids("results");
    String note = f.optional("deliveryNote", 1_000);
    return answer(
        actor, id, f.then(() -> contracts.deliver(actor, id, note == null ? "" : note, results)), "成果已交付，等待企业确认",
        "Delivered; the enterprise confirms", model);
  }

  @PostMapping("/contracts/{id}/confirm")
  @PreAuthorize("hasAnyRole('ENTERPRISE','CENTRE','BUREAU')")
  String confirm(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean office = !actor.role().isParty();
    String reason = office ? f.text("reason", 500) : "";
    Outcome<Contract> done = f.then(() -> contracts.confirm(actor, id, reason));
    if (office) return answer(actor, id, done, "已认定履行完毕", "Found to be performed", model);
    if (done.isDone()) return Pages.go("/rate", "已确认完成，请评价本次服务", "Confirmed; please rate the service");
    return answer(actor, id, done, "", "", model);
  }

  @PostMapping("/contracts/{id}/return")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String giveBack(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 1_000);
    return answer(actor, id, f.then(() -> contracts.refuseResult(actor, id, reason)), "成果已退回", "Returned", model);
  }

  @PostMapping("/contracts/{id}/end")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU')")
  String end(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 1_000);
    return answer(actor, id, f.then(() -> contracts.end(actor, id, reason)), "已记录", "Recorded", model);
  }

  private String answer(Actor actor, UUID id, Outcome<?> done, String zh, String en, Model model) {
    if (done.isDone()) return Pages.go("/contracts/" + id, zh, en);
    return Pages.refused(pages.show(actor, id, model), done);
  }
}
