package org.zhuqi.platform.inspections.web;

import java.nio.charset.StandardCharsets;
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
import org.zhuqi.platform.inspections.Draws;
import org.zhuqi.platform.inspections.InspectionDraw;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** The yearly draws: public from their announcement on, with everything that it takes to recompute them. */
@Controller
class DrawPages {
  private final Draws draws;
  private final Funders funders;

  DrawPages(Draws draws, Funders funders) {
    this.draws = draws;
    this.funders = funders;
  }

  @GetMapping("/draws")
  @PreAuthorize("permitAll()")
  String list(Model model) {
    model.addAttribute("draws", draws.list());
    model.addAttribute("measures", draws.measures());
    model.addAttribute("funders", funders);
    return "inspections/draws";
  }

  @PostMapping("/draws")
  @PreAuthorize("hasRole('BUREAU')")
  String announce(Actor actor, Fields f, Model model) {
    String measure = f.text("measure", 20);
    String funder = f.text("funder", 40);
    String event = f.text("event", 300);
    var on = f.date("eventOn");
    Outcome<UUID> done = f.then(() -> draws.announce(actor, measure, funder, event, on));
    return switch (done) {
      case Outcome.Done<UUID>(var id) -> Pages.go("/draws/" + id, "已公告，总体和承诺值已固定", "Announced; population and commitment are fixed");
      case Outcome.Refused<UUID>(var refusals) -> Pages.refused(list(model), refusals);
    };
  }

  @GetMapping("/draws/{id}")
  @PreAuthorize("permitAll()")
  String one(@PathVariable UUID id, Model model) {
    InspectionDraw draw = draws.get(id);
    model.addAttribute("draw", draw);
    model.addAttribute("funder", funders.label(draw.funder()));
    return "inspections/draw";
  }

  @PostMapping("/draws/{id}")
  @PreAuthorize("hasAnyRole('BUREAU','REVIEWER')")
  String draw(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String value = f.text("value", 200);
    Outcome<InspectionDraw> done = f.then(() -> draws.draw(actor, id, value));
    return done.isDone()
        ? Pages.go("/draws/" + id, "已抽取，任何人都可以复算", "Drawn; anybody can recompute it")
        : Pages.refused(one(id, model), done);
  }

  /** The population exactly as it was hashed. */
  @GetMapping("/draws/{id}/population.txt")
  @PreAuthorize("permitAll()")
  ResponseEntity<byte[]> population(@PathVariable UUID id) {
    InspectionDraw draw = draws.get(id);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(draw.number() + "-population.txt", StandardCharsets.UTF_8).build().toString())
        .body(Draws.list(draw.entries()).getBytes(StandardCharsets.UTF_8));
  }
}
