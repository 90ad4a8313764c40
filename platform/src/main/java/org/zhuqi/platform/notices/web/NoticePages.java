package org.zhuqi.platform.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.notices.Notice;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.notices.Objection;
import org.zhuqi.platform.notices.PublishNotice;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;
import org.zhuqi.platform.web.print.PdfLetter;

/** Notices for everybody: read, check the hash, object to a line, find the answer. And the desk that answers. */
@Controller
public class NoticePages {
  private final Notices notices;
  private final Agencies agencies;
  private final Listings listings;
  private final Clock clock;

  NoticePages(Notices notices, Agencies agencies, Listings listings, Clock clock) {
    this.notices = notices;
    this.agencies = agencies;
    this.listings = listings;
    this.clock = clock;
  }

  @GetMapping("/notices")
  @PreAuthorize("permitAll()")
  ModelAndView list(@Nullable Actor actor, ListQuery query) {
    return listings.show("notices/list", NoticeList.of(), query, actor, Map.of("today", LocalDate.now(clock)));
  }

  @GetMapping("/notices/{id}")
  @PreAuthorize("permitAll()")
  String show(@Nullable Actor actor, @PathVariable UUID id, Model model) {
    Notice n = notices.get(id);
    model.addAttribute("n", n);
    model.addAttribute("agency", agencies.label(n.agency()));
    model.addAttribute("running", n.isRunning(LocalDate.now(clock)));
    model.addAttribute("objections", notices.objections(actor, id));
    model.addAttribute("answers", actor != null && n.agency().equals(actor.agency()));
    return "notices/notice";
  }

  @GetMapping("/notices/{id}/object")
  @PreAuthorize("permitAll()")
  String form(@PathVariable UUID id, @RequestParam int line, Model model) {
    Notice n = notices.get(id);
    model.addAttribute("n", n);
    model.addAttribute("line", line(n, line));
    model.addAttribute("running", n.isRunning(LocalDate.now(clock)));
    return "notices/object";
  }

  @PostMapping("/notices/{id}/object")
  @PreAuthorize("permitAll()")
  String object(@PathVariable UUID id, @RequestParam int line, Fields f, HttpServletRequest request, Model model) {
    String name = Objects.requireNonNullElse(f.optional("name", 60), "");
    String contact = Objects.requireNonNullElse(f.optional("contact", 80), "");
    String grounds = Objects.requireNonNullElse(f.optional("grounds", 2000), "");
    Outcome<String> made = f.then(() -> notices.object(id, line, name, contact, grounds, request.getRemoteAddr()));
    return switch (made) {
      case Outcome.Done(var number) ->
          Pages.go("/notices/" + id, "异议已受理，编号 " + number + "。答复会公布在本页。", "Your objection is " + number + ". Its answer will be on this page.");
      case Outcome.Refused(var refusals) -> Pages.refused(form(id, line, model), refusals);
    };
  }

  /** The frozen list exactly as it was hashed. */
  @GetMapping("/notices/{id}/content")
  @PreAuthorize("permitAll()")
  ResponseEntity<byte[]> content(@PathVariable UUID id) {
    Notice n = notices.get(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Content-Disposition", ContentDisposition.attachment().filename(n.number() + ".json").build().toString())
        .body(n.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @GetMapping("/notices/{id}/pdf")
  @PreAuthorize("permitAll()")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    Notice n = notices.get(id);
    LocalDate published = LocalDate.ofInstant(n.publishedAt(), clock.getZone());
    List<String> heads = new java.util.ArrayList<>(List.of("序号"));
    n.columns().forEach(c -> heads.add(c.label().zh()));
    float[] widths = new float[heads.size()];
    for (int i = 0; i < widths.length; i++) widths[i] = i == 0 ? 1 : 3;
    byte[] pdf =
        PdfLetter.titled(n.title().zh())
            .paragraph(n.lead().zh())
            .paragraph("公示时间：" + published + " 至 " + n.lastDay() + "（" + n.workingDays() + " 个工作日）。对名单有异议的，请在公示期内向公示单位或在平台上逐行提出，并留下联系方式。")
            .table(heads, n.lines().stream().map(l -> row(n, l)).toList(), widths)
            .signed(agencies.label(n.agency()).zh(), published)
            .note("公示编号 " + n.number() + "；名单 SHA-256：" + n.sha256())
            .bytes();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", ContentDisposition.inline().filename(n.number() + ".pdf").build().toString())
        .body(pdf);
  }

  private static List<String> row(Notice n, Notice.Line l) {
    List<String> row = new java.util.ArrayList<>(List.of(Integer.toString(l.number())));
    for (PublishNotice.Column c : n.columns()) row.add(l.fields().getOrDefault(c.key(), ""));
    return row;
  }

  @GetMapping("/notices/objections")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE')")
  String waiting(Actor actor, Model model) {
    model.addAttribute("objections", notices.waiting(actor));
    return "notices/waiting";
  }

  @GetMapping("/notices/{id}/objections")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')")
  String objections(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("n", notices.get(id));
    model.addAttribute("objections", notices.objections(actor, id));
    return "notices/objections";
  }

  @PostMapping("/notices/{id}/objections/{objection}")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE')")
  String answer(Actor actor, @PathVariable UUID id, @PathVariable UUID objection, Fields f, Model model) {
    Objection.State finding = f.choice("finding", Objection.State.class);
    String answer = f.text("answer", 2000);
    Outcome<Void> done = f.then(() -> notices.answer(actor, objection, finding, answer));
    return done.isDone()
        ? Pages.go("/notices/" + id + "/objections", "已答复并公布", "Answered and published")
        : Pages.refused(objections(actor, id, model), done);
  }

  static Notice.Line line(Notice n, int number) {
    return n.lines().stream()
        .filter(l -> l.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotFoundException("line " + number));
  }

  /** What became of a line, by word and shape. */
  public static Badge badge(Notice.LineState state) {
    return switch (state) {
      case STANDING -> Badge.running("公示中", "Standing");
      case HELD -> Badge.warn("有异议，暂缓", "Held: objection open");
      case CLEARED -> Badge.good("无异议，已办理", "Cleared");
      case STRUCK -> Badge.bad("异议成立，剔除", "Struck out");
    };
  }

  public static Badge badge(Objection.State state) {
    return switch (state) {
      case OPEN -> Badge.waiting("核实中", "Being looked into");
      case UPHELD -> Badge.bad("异议成立", "Upheld");
      case REJECTED -> Badge.good("异议不成立", "Rejected");
    };
  }
}
