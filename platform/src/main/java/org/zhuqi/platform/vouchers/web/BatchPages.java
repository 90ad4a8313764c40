package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Batch;
import org.zhuqi.platform.vouchers.BatchState;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.web.Chart;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Paper;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;

/** Batches for officials: planned with plan and guide on one page, released, closed. */
@Controller
class BatchPages {
  private static final String READERS = "hasAnyRole('BUREAU','FINANCE','CENTRE','AUDITOR')";
  private final Batches batches;
  private final Budgets budgets;
  private final Documents documents;
  private final Papers papers;
  private final VoucherMeasures measures;
  private final Funders funders;
  private final Clock clock;

  BatchPages(
      Batches batches,
      Budgets budgets,
      Documents documents,
      Papers papers,
      VoucherMeasures measures,
      Funders funders,
      Clock clock) {
    this.batches = batches;
    this.budgets = budgets;
    this.documents = documents;
    this.papers = papers;
    this.measures = measures;
    this.funders = funders;
    this.clock = clock;
  }

  @Bean
  static NavItem batchesEntry() {
    return NavItem.of("批次", "Batches", "/batches", 300, Role.BUREAU, Role.FINANCE, Role.CENTRE, Role.AUDITOR);
  }

  @GetMapping("/batches")
  @PreAuthorize(READERS)
  String list(Actor actor, Model model) {
    model.addAttribute("batches", batches.all(actor).stream().filter(b -> actor.covers(b.funder())).toList());
    model.addAttribute("funders", funders);
    model.addAttribute("basis", measures.article("batch.plan"));
    return "vouchers/batches";
  }

  @GetMapping("/batches/new")
  @PreAuthorize("hasRole('BUREAU')")
  String blank(Actor actor, Model model) {
    return form(actor, null, model);
  }

  private String form(Actor actor, @Nullable Batch batch, Model model) {
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("batch", Optional.ofNullable(batch));
    model.addAttribute(
        "g", batch != null ? batch.guide() : Guide.builder().sharePercent(50).validityDays(180).priceDeviationPercent(50).build());
    model.addAttribute("opensAt", batch == null ? today.plusDays(7).atTime(9, 0) : local(batch.opensAt()));
    model.addAttribute("closesAt", batch == null ? today.plusDays(37).atTime(18, 0) : local(batch.closesAt()));
    model.addAttribute("lines", lines(actor));
    model.addAttribute("categories", measures.categories());
    model.addAttribute("basis", measures.article("batch.plan"));
    return "vouchers/batchform";
  }

  private LocalDateTime local(java.time.Instant at) {
    return at.atZone(clock.getZone()).toLocalDateTime();
  }

  /** Confirmed lines of the bureau's own funder, with what is left of each. */
  private List<Option> lines(Actor actor) {
    return budgets.lines(actor).stream()
        .filter(l -> l.position() != null && actor.funders().contains(l.line().funder()))
        .map(
            l -> {
              var funder = funders.label(l.line().funder());
              var left = batches.unallotted(l.line().id());
              return Option.of(
                  l.line().id().toString(),
                  "%s %d 年（可安排 %s）".formatted(funder.zh(), l.line().year(), left),
                  "%s %d (%s to allot)".formatted(funder.en(), l.line().year(), left.format(true)));
            })
        .toList();
  }

  @PostMapping("/batches")
  @PreAuthorize("hasRole('BUREAU')")
  String plan(
      Actor actor,
      Fields f,
      @RequestParam(required = false) @Nullable MultipartFile planPaper,
      @RequestParam(required = false) @Nullable MultipartFile guidePaper,
      Model model) {
    List<Refusal> wrong = new ArrayList<>();
    PlanBatch plan = BatchForm.read(f, store(actor, planPaper, "planPaper", wrong), store(actor, guidePaper, "guidePaper", wrong));
    Outcome<UUID> planned = wrong.isEmpty() ? f.then(() -> batches.plan(actor, plan)) : Outcome.refused(wrong);
    if (planned instanceof Outcome.Done<UUID>(var id)) return Pages.go("/batches/" + id, "草稿已保存，核对后发布", "Draft kept; look it over and release it");
    return Pages.refused(form(actor, null, model), planned);
  }

  @GetMapping("/batches/{id}/edit")
  @PreAuthorize("hasRole('BUREAU')")
  String edit(Actor actor, @PathVariable UUID id, Model model) {
    return form(actor, seen(actor, id), model);
  }

  @PostMapping("/batches/{id}/edit")
  @PreAuthorize("hasRole('BUREAU')")
  String change(
      Actor actor,
      @PathVariable UUID id,
      Fields f,
      @RequestParam(required = false) @Nullable MultipartFile planPaper,
      @RequestParam(required = false) @Nullable MultipartFile guidePaper,
      Model model) {
    Batch b = seen(actor, id);
    List<Refusal> wrong = new ArrayList<>();
    UUID newPlan = store(actor, planPaper, "planPaper", wrong);
    UUID newGuide = store(actor, guidePaper, "guidePaper", wrong);
    PlanBatch plan =
        BatchForm.read(f, newPlan == null ? b.planDocument() : newPlan, newGuide == null ? b.guideDocument() : newGuide);
    Outcome<UUID> changed = wrong.isEmpty() ? f.then(() -> batches.change(actor, id, plan)) : Outcome.refused(wrong);
    if (changed.isDone()) return Pages.go("/batches/" + id, "已保存", "Kept");
    return Pages.refused(form(actor, b, model), changed);
  }

  private @Nullable UUID store(Actor actor, @Nullable MultipartFile file, String field, List<Refusal> wrong) {
    if (file == null || file.isEmpty()) return null;
    try (var in = file.getInputStream()) {
      String material = field.equals("planPaper") ? "plan" : "guide";
      Outcome<UUID> kept = documents.store(actor, null, material, String.valueOf(file.getOriginalFilename()), in, null);
      kept.refusals().forEach(r -> wrong.add(r.at(field)));
      return kept instanceof Outcome.Done<UUID>(var id) ? id : null;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @GetMapping("/batches/{id}")
  @PreAuthorize(READERS)
  String show(Actor actor, @PathVariable UUID id, Model model) {
    Batch b = seen(actor, id);
    model.addAttribute("b", b);
    model.addAttribute("funder", funders.label(b.funder()));
    model.addAttribute("measures", measures);
    model.addAttribute("papers", papers(b));
    model.addAttribute(
        "chart",
        Chart.of(Chart.Kind.SHARE, Chart.Unit.MONEY, List.of(b.title()))
            .with("已发放或退回", "Issued or returned", List.of(b.gone().fen()))
            .with("余额", "Left", List.of(b.left().fen())));
    model.addAttribute("mine", actor.is(Role.BUREAU) && actor.covers(b.funder()));
    return "vouchers/batch";
  }

  private List<Paper> papers(Batch b) {
    List<Paper> list = new ArrayList<>();
    documents.attachedTo("batch_plan", b.id()).forEach(d -> list.add(named(measures.record("plan"), papers.paper(d))));
    documents.attachedTo("batch_guide", b.id()).forEach(d -> list.add(named(measures.record("guide"), papers.paper(d))));
    return list;
  }

  private static Paper named(Text name, Paper p) {
    return new Paper(name, p.fileName(), p.size(), p.hash(), p.expires(), p.preview(), p.download());
  }

  private Batch seen(Actor actor, UUID id) {
    Batch b = batches.get(id);
    boolean sees = actor.covers(b.funder()) || (b.state() != BatchState.DRAFT && actor.is(Role.CENTRE));
    if (!sees) throw new NotFoundException("batch " + id);
    return b;
  }

  @PostMapping("/batches/{id}/open")
  @PreAuthorize("hasRole('BUREAU')")
  String open(Actor actor, @PathVariable UUID id, Model model) {
    Outcome<UUID> opened = batches.open(actor, id);
    if (opened.isDone()) return Pages.go("/batches/" + id, "已发布，额度已划入批次", "Released; its amount is allotted");
    return Pages.refused(show(actor, id, model), opened);
  }

  @PostMapping("/batches/{id}/close")
  @PreAuthorize("hasRole('BUREAU')")
  String close(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = f.text("reason", 300);
    Outcome<UUID> closed = f.then(() -> batches.close(actor, id, reason));
    if (closed.isDone()) return Pages.go("/batches/" + id, "已截止，余额已退回预算", "Closed; what was left went back to the budget");
    return Pages.refused(show(actor, id, model), closed);
  }
}
