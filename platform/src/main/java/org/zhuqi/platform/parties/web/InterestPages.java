package org.zhuqi.platform.parties.web;

import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** What ties an official or reviewer to parties: declared by the person, and kept from the cases concerned. */
@Controller
@RequestMapping("/interests")
@PreAuthorize("hasAnyRole('CENTRE', 'BUREAU', 'FINANCE', 'REVIEWER', 'AUDITOR')")
class InterestPages {
  private static final String VIEW = "parties/interests";
  private final Interests interests;

  InterestPages(Interests interests) {
    this.interests = interests;
  }

  @GetMapping
  String mine(Actor actor, Model model) {
    model.addAttribute("interests", interests.of(actor, Objects.requireNonNull(actor.account())));
    return VIEW;
  }

  @PostMapping
  String declare(Actor actor, Fields fields, Model model) {
    String code = fields.text("creditCode", 40);
    String reason = fields.text("reason", 200);
    return back(actor, fields.then(() -> interests.declare(actor, code, reason)), model, "已申报；涉及该单位的事项不再由您办理", "Declared; cases of that party are no longer yours to decide");
  }

  @PostMapping("/identity")
  String identify(Actor actor, Fields fields, Model model) {
    String number = fields.text("identityNumber", 40);
    return back(actor, fields.then(() -> interests.identify(actor, number)), model, "已登记，只保存加密摘要", "Recorded; only a keyed hash is kept");
  }

  @PostMapping("/{id}/end")
  String end(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    String reason = fields.text("endReason", 200);
    return back(actor, fields.then(() -> interests.end(actor, id, reason)), model, "已终止，记录保留", "Ended; the record stays");
  }

  private String back(Actor actor, Outcome<Void> outcome, Model model, String zh, String en) {
    if (outcome.isDone()) return Pages.go("/interests", zh, en);
    mine(actor, model);
    return Pages.refused(VIEW, outcome);
  }
}
