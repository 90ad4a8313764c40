package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.Books;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Figures;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.web.Chart;
import org.zhuqi.platform.web.NavItem;

/** How it stands: four questions with a figure, a picture and the list behind. And the public's totals of batches. */
@Controller
class DashboardPages {
  private final Books books;
  private final Figures figures;
  private final Funders funders;
  private final VoucherMeasures measures;
  private final Clock clock;

  DashboardPages(Books books, Figures figures, Funders funders, VoucherMeasures measures, Clock clock) {
    this.books = books;
    this.figures = figures;
    this.funders = funders;
    this.measures = measures;
    this.clock = clock;
  }

  @Bean
  static NavItem dashboardEntry() {
    return NavItem.of("资金看板", "How it stands", "/dashboard", 290, Role.BUREAU, Role.FINANCE, Role.AUDITOR);
  }

  @Bean
  static NavItem totalsEntry() {
    return NavItem.open("发放公开", "Batch totals", "/totals", 40);
  }

  @GetMapping("/dashboard")
  @PreAuthorize("hasAnyRole('BUREAU','FINANCE','AUDITOR')")
  String dashboard(Actor actor, @RequestParam(required = false) @Nullable Integer year, Model model) {
    List<Books.LineBook> all = books.lines(actor);
    int of = year == null ? LocalDate.now(clock).getYear() : year;
    List<Books.LineBook> lines = all.stream().filter(l -> l.line().year() == of).toList();
    Set<String> scope = actor.role().seesAll() ? Set.of() : actor.funders();
    model.addAttribute("year", of);
    model.addAttribute("years", all.stream().map(l -> l.line().year()).distinct().sorted().toList());
    model.addAttribute("left", lines.stream().map(l -> l.position().unissued()).reduce(Money.ZERO, Money::plus));
    model.addAttribute("budget", use(lines));
    model.addAttribute("ledger", lines.size() == 1 ? "/ledger/" + lines.getFirst().line().id() : "/ledger");
    addMonths(of, scope, model);
    addCategories(of, scope, model);
    addBatches(actor, of, model);
    return "vouchers/dashboard";
  }

  private Chart use(List<Books.LineBook> lines) {
    List<Position> p = lines.stream().map(Books.LineBook::position).toList();
    return Chart.of(Chart.Kind.SHARE, Chart.Unit.MONEY, lines.stream().map(l -> funders.label(l.line().funder())).toList())
        .with("未发放", "Unissued", p.stream().map(x -> x.unissued().fen()).toList())
        .with("企业持有", "Held", p.stream().map(x -> x.held().fen()).toList())
        .with("合同锁定", "Locked", p.stream().map(x -> x.locked().fen()).toList())
        .with("待支付", "Redeemable", p.stream().map(x -> x.redeemable().fen()).toList())
        .with("已支付（净）", "Paid, net", p.stream().map(x -> x.paid().minus(x.recovered()).fen()).toList());
  }

  private void addMonths(int year, Set<String> scope, Model model) {
    List<Text> months = new ArrayList<>();
    for (int m = 1; m <= 12; m++) months.add(new Text(m + " 月", "%02d".formatted(m)));
    Map<String, long[]> sums = new HashMap<>();
    books.months(year, scope).forEach(m -> sums.computeIfAbsent(m.movement(), k -> new long[12])[m.month() - 1] += m.amount().fen());
    Chart chart = Chart.of(Chart.Kind.LINE, Chart.Unit.MONEY, months);
    chart = chart.with("发放", "Issued", values(sums, "issue"));
    chart = chart.with("合同锁定", "Locked", values(sums, "lock"));
    chart = chart.with("兑现核准", "Approved", values(sums, "approve"));
    chart = chart.with("支付", "Paid", values(sums, "pay"));
    model.addAttribute("months", chart);
    model.addAttribute("issued", new Money(values(sums, "issue").stream().mapToLong(Long::longValue).sum()));
  }

  private static List<Long> values(Map<String, long[]> sums, String movement) {
    return java.util.Arrays.stream(sums.getOrDefault(movement, new long[12])).boxed().toList();
  }

  private void addCategories(int year, Set<String> scope, Model model) {
    List<Figures.CategorySum> sums = figures.categories(year, scope);
    model.addAttribute(
        "categories",
        Chart.of(Chart.Kind.ROWS, Chart.Unit.MONEY, sums.stream().map(s -> measures.category(s.category())).toList())
            .with("备案用券", "Filed", sums.stream().map(s -> s.filed().fen()).toList())
            .with("已兑现", "Redeemed", sums.stream().map(s -> s.redeemed().fen()).toList()));
    model.addAttribute("filed", sums.stream().map(Figures.CategorySum::filed).reduce(Money.ZERO, Money::plus));
  }

  private void addBatches(Actor actor, int year, Model model) {
    List<Figures.BatchSum> sums = figures.batches().stream().filter(b -> b.year() == year && actor.covers(b.funder())).limit(12).toList();
    model.addAttribute(
        "batches",
        Chart.of(Chart.Kind.ROWS, Chart.Unit.MONEY, sums.stream().map(Figures.BatchSum::title).toList())
            .with("批次金额", "Amount", sums.stream().map(s -> s.amount().fen()).toList())
            .with("已发放", "Issued", sums.stream().map(s -> s.issued().fen()).toList()));
    model.addAttribute("holders", sums.stream().mapToInt(Figures.BatchSum::holders).sum());
  }

  @GetMapping("/totals")
  @PreAuthorize("permitAll()")
  String totals(Model model) {
    List<Figures.BatchSum> sums = figures.batches();
    model.addAttribute("batches", sums);
    model.addAttribute("funders", funders);
    model.addAttribute("basis", measures.article("audit.access"));
    model.addAttribute(
        "chart",
        Chart.of(Chart.Kind.ROWS, Chart.Unit.MONEY, sums.stream().limit(12).map(Figures.BatchSum::title).toList())
            .with("批次金额", "Amount", sums.stream().limit(12).map(s -> s.amount().fen()).toList())
            .with("已发放", "Issued", sums.stream().limit(12).map(s -> s.issued().fen()).toList())
            .with("已兑现", "Redeemed", sums.stream().limit(12).map(s -> s.redeemed().fen()).toList()));
    return "vouchers/totals";
  }
}
