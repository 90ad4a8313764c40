package org.zhuqi.platform.vouchers.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.vouchers.Batch;
import org.zhuqi.platform.vouchers.BatchState;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.BudgetLine;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.Figures;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.vouchers.PlanBudget;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Budgets and batches for machines. Amounts in yuan, local times in Asia/Shanghai. */
@RestController
@RequestMapping("/api/v1")
class BatchApi {
  private final Budgets budgets;
  private final Batches batches;
  private final Figures figures;
  private final Measures measures;
  private final Listings listings;

  BatchApi(Budgets budgets, Batches batches, Figures figures, Measures measures, Listings listings) {
    this.budgets = budgets;
    this.batches = batches;
    this.figures = figures;
    this.measures = measures;
    this.listings = listings;
  }

  /** @param budget what is confirmed @param proposed a total that waits for finance, with its change */
  record LineView(
      UUID line, String measure, String funder, int year, @Nullable String budget, @Nullable String unissued,
      @Nullable UUID change, @Nullable String proposed) {
    static LineView of(BudgetLine l) {
      return new LineView(
          l.line().id(), l.line().measure(), l.line().funder(), l.line().year(),
          l.position() == null ? null : yuan(l.position().budget()), l.position() == null ? null : yuan(l.position().unissued()),
          l.open() == null ? null : l.open().id(), l.open() == null ? null : yuan(l.open().total()));
    }
  }

  private static String yuan(Money money) {
    return money.yuan().toPlainString();
  }

  @GetMapping("/budgets")
  @PreAuthorize("hasAnyRole('BUREAU','FINANCE','AUDITOR')")
  List<LineView> budgets(Actor actor) {
    return budgets.lines(actor).stream().map(LineView::of).toList();
  }

  record BudgetRequest(String measure, String funder, int year, String amount, String reason) {}

  /** The answer is the change, which finance confirms. */
  @PostMapping("/budgets")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> plan(Actor actor, @RequestBody BudgetRequest r) {
    return Answers.created(
        Amounts.read(r.amount(), "amount")
            .then(a -> budgets.plan(actor, new PlanBudget(r.measure(), r.funder(), r.year(), a, r.reason()))),
        change -> "/api/v1/budgets/changes/" + change);
  }

  /** The answer is the line. */
  @PostMapping("/budgets/changes/{change}/confirm")
  @PreAuthorize("hasRole('FINANCE')")
  ResponseEntity<?> confirm(Actor actor, @PathVariable UUID change) {
    return Answers.of(budgets.confirm(actor, change));
  }

  record ReasonRequest(String reason) {}

  @PostMapping("/budgets/changes/{change}/refuse")
  @PreAuthorize("hasRole('FINANCE')")
  ResponseEntity<?> refuse(Actor actor, @PathVariable UUID change, @RequestBody ReasonRequest r) {
    return Answers.of(budgets.refuse(actor, change, r.reason()));
  }

  /** @param guide as the guide's own format: money as yuan in strings, dates as ISO strings */
  record BatchView(
      UUID id, String number, UUID line, String funder, Text title, BatchState state, String amount, String left, int holders,
      Instant opensAt, Instant closesAt, Map<String, Object> guide, Batch.@Nullable Draw draw) {
    static BatchView of(Batch b) {
      return new BatchView(
          b.id(), b.number(), b.line(), b.funder(), b.title(), b.state(), yuan(b.amount()), yuan(b.left()), b.holders(),
          b.opensAt(), b.closesAt(), b.guide().toMap(), b.draw());
    }
  }

  @GetMapping("/batches")
  @PreAuthorize("isAuthenticated()")
  List<BatchView> batches(Actor actor) {
    return batches.all(actor).stream().map(BatchView::of).toList();
  }

  @GetMapping("/batches/{id}")
  @PreAuthorize("isAuthenticated()")
  BatchView batch(Actor actor, @PathVariable UUID id) {
    return batches.all(actor).stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .map(BatchView::of)
        .orElseThrow(() -> new NotFoundException("batch " + id));
  }

  record BatchRequest(
      UUID line, String titleZh, String titleEn, String amount, Map<String, Object> guide, LocalDateTime opensAt,
      LocalDateTime closesAt, @Nullable UUID planDocument, @Nullable UUID guideDocument) {}

  @PostMapping("/batches")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> planBatch(Actor actor, @RequestBody BatchRequest r) {
    return Answers.created(read(actor, r).then(p -> batches.plan(actor, p)), id -> "/api/v1/batches/" + id);
  }

  @PutMapping("/batches/{id}")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> change(Actor actor, @PathVariable UUID id, @RequestBody BatchRequest r) {
    return Answers.of(read(actor, r).then(p -> batches.change(actor, id, p)));
  }

  private Outcome<PlanBatch> read(Actor actor, BatchRequest r) {
    BudgetLine line =
        budgets.lines(actor).stream()
            .filter(l -> l.line().id().equals(r.line()))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("budget line " + r.line()));
    var pack = measures.version(line.line().measure(), line.line().version()).orElseThrow();
    List<Refusal> wrong = new ArrayList<>();
    Outcome<Money> amount = Amounts.read(r.amount(), "amount");
    wrong.addAll(amount.refusals());
    Guide guide = null;
    switch (Guide.parse(r.guide(), pack)) {
      case Guide.Parsed.Valid(var valid) -> guide = valid;
      case Guide.Parsed.Invalid(var errors) ->
          errors.forEach(e -> wrong.add(new Refusal("guide_invalid", null, e.reason(), null, e.field())));
    }
    if (guide == null || !wrong.isEmpty()) return Outcome.refused(wrong);
    return Outcome.done(
        new PlanBatch(
            r.line(), new Text(r.titleZh(), r.titleEn()), amount.orThrow(), guide, r.opensAt(), r.closesAt(),
            r.planDocument(), r.guideDocument()));
  }

  @PostMapping("/batches/{id}/open")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> open(Actor actor, @PathVariable UUID id) {
    return Answers.of(batches.open(actor, id));
  }

  @PostMapping("/batches/{id}/close")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> close(Actor actor, @PathVariable UUID id, @RequestBody ReasonRequest r) {
    return Answers.of(batches.close(actor, id, r.reason()));
  }

  /** For everybody: a released batch with its guide, and with the seed once it is drawn. */
  @GetMapping("/totals/{id}")
  @PreAuthorize("permitAll()")
  BatchView released(@PathVariable UUID id) {
    return BatchView.of(batches.released(id));
  }

  /** For everybody: the order of a drawn batch, by the numbers of its claims (q, page, size). */
  @GetMapping("/totals/{id}/draw")
  @PreAuthorize("permitAll()")
  ListPage.Slice<DrawList.Row> drawn(@PathVariable UUID id, ListQuery query) {
    batches.released(id);
    return listings.page(DrawList.LISTING, query, DrawList.of(id)).slice();
  }

  /** For everybody: totals of batches, amounts in fen. */
  @GetMapping("/totals")
  @PreAuthorize("permitAll()")
  List<Figures.BatchSum> totals() {
    return figures.batches();
  }
}
