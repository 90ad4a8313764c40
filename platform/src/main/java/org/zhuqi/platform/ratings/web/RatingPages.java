package org.zhuqi.platform.ratings.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.measures.Score;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.ratings.Rating;
import org.zhuqi.platform.ratings.Ratings;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** Rating by one click, answering, and following up. */
@Controller
class RatingPages {
  private final Ratings ratings;
  private final Contracts contracts;

  RatingPages(Ratings ratings, Contracts contracts) {
    this.ratings = ratings;
    this.contracts = contracts;
  }

  @GetMapping("/rate")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String toRate(Actor actor, Model model) {
    model.addAttribute("waiting", ratings.toRate(actor.partyOrThrow()));
    model.addAttribute("grades", ratings.grades());
    return "ratings/rate";
  }

  @PostMapping("/contracts/{id}/rating")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String rate(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    int grade = f.number("grade", 1, 5);
    String comment = f.optional("comment", 1_000);
    Outcome<UUID> done = f.then(() -> ratings.rate(actor, id, grade, comment));
    if (done.isDone()) return Pages.go("/rate", "谢谢，评价已公开", "Thank you; the rating is public");
    return Pages.refused(toRate(actor, model), done);
  }

  /** The part of the contract page that belongs to ratings. */
  @GetMapping("/contracts/{id}/rating")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')")
  String panel(Actor actor, @PathVariable UUID id, Model model) {
    Contract c = contracts.get(actor, id);
    model.addAttribute("c", c);
    model.addAttribute("rating", ratings.ofContract(id));
    model.addAttribute("mayRate", actor.is(Role.ENTERPRISE) && c.client().equals(actor.party()));
    model.addAttribute("grades", ratings.grades());
    return "ratings/panel";
  }

  @GetMapping("/ratings")
  @PreAuthorize("hasRole('INSTITUTION')")
  String own(Actor actor, Model model) {
    return list(ratings.ofInstitution(actor.partyOrThrow(), 0, 100), "own", model);
  }

  @PostMapping("/ratings/{id}/answer")
  @PreAuthorize("hasRole('INSTITUTION')")
  String answer(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String text = f.text("text", 1_000);
    Outcome<Rating> done = f.then(() -> ratings.answer(actor, id, text));
    if (done.isDone()) return Pages.go("/ratings", "答复已公开", "The answer is public");
    return Pages.refused(own(actor, model), done);
  }

  @GetMapping("/ratings/follow-ups")
  @PreAuthorize("hasAnyRole('CENTRE','AUDITOR')")
  String followUps(Actor actor, Model model) {
    return list(ratings.openFollowUps(actor), "followUps", model);
  }

  @PostMapping("/ratings/{id}/follow-up")
  @PreAuthorize("hasRole('CENTRE')")
  String followUp(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String finding = f.text("finding", 1_000);
    Outcome<Rating> done = f.then(() -> ratings.followUp(actor, id, finding));
    if (done.isDone()) return Pages.go("/ratings/follow-ups", "回访已记录，双方已获通知", "Recorded; both sides were told");
    return Pages.refused(followUps(actor, model), done);
  }

  private String list(List<Rating> shown, String mode, Model model) {
    List<Score.Grade> grades = ratings.grades();
    model.addAttribute("ratings", shown);
    model.addAttribute("mode", mode);
    model.addAttribute("grades", grades);
    return "ratings/list";
  }
}
