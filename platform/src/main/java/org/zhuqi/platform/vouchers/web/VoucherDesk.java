package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.BatchState;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.BudgetLine;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.Offer;
import org.zhuqi.platform.vouchers.Offers;
import org.zhuqi.platform.vouchers.Voucher;
import org.zhuqi.platform.vouchers.Vouchers;
import org.zhuqi.platform.web.Chart;
import org.zhuqi.platform.web.DeskPart;

/** What vouchers put on a desk: what could be claimed, what lapses, what waits for finance, how the budget stands. */
@Component
class VoucherDesk implements DeskPart {
  private final Offers offers;
  private final Vouchers vouchers;
  private final Budgets budgets;
  private final Batches batches;
  private final Funders funders;
  private final Clock clock;

  VoucherDesk(Offers offers, Vouchers vouchers, Budgets budgets, Batches batches, Funders funders, Clock clock) {
    this.offers = offers;
    this.vouchers = vouchers;
    this.budgets = budgets;
    this.batches = batches;
    this.funders = funders;
    this.clock = clock;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    return switch (actor.role()) {
      case ENTERPRISE -> holder(actor);
      case FINANCE -> finance(actor);
      case BUREAU -> bureau(actor);
      default -> List.of();
    };
  }

  private List<Waiting> holder(Actor actor) {
    List<Waiting> waiting = new ArrayList<>();
    for (Offer o : offers.of(actor)) {
      if (!o.isOpen()) continue;
      waiting.add(
          new Waiting(
              new Text("可领", "claim"), o.batch().title(), "/offers",
              LocalDate.ofInstant(o.batch().closesAt().minusSeconds(1), clock.getZone()),
              new Text("最多 " + o.most().format(), "at most " + o.most().format(true))));
    }
    LocalDate today = LocalDate.now(clock);
    for (Voucher v : vouchers.usable(actor.partyOrThrow())) {
      if (v.lastDay().isAfter(today.plusDays(30))) continue;
      waiting.add(
          new Waiting(
              new Text("将失效", "lapses"), new Text(v.number() + "：余 " + v.free().format(), v.number() + ": " + v.free().format(true) + " left"), "/vouchers/" + v.id(), v.lastDay(), null));
    }
    return waiting.stream().limit(20).toList();
  }

  private List<Waiting> finance(Actor actor) {
    return budgets.lines(actor).stream()
        .filter(l -> l.open() != null)
        .map(
            l ->
                new Waiting(
                    new Text("预算", "budget"), new Text(funders.label(l.line().funder()).zh() + " " + l.line().year() + " 年预算待确认", funders.label(l.line().funder()).en() + " " + l.line().year() + ": budget to be confirmed"),
                    "/budgets", null, null))
        .toList();
  }

  private List<Waiting> bureau(Actor actor) {
    return batches.all(actor).stream()
        .filter(b -> b.state() == BatchState.DRAFT && actor.funders().contains(b.funder()))
        .map(b -> new Waiting(new Text("待发布", "release"), b.title(), "/batches/" + b.id(), null, null))
        .toList();
  }

  @Override
  public List<Watched> watching(Actor actor) {
    if (!actor.is(Role.ENTERPRISE)) return List.of();
    List<Voucher> usable = vouchers.usable(actor.partyOrThrow());
    Money free = usable.stream().map(Voucher::free).reduce(Money.ZERO, Money::plus);
    List<Watched> watched = new ArrayList<>();
    watched.add(
        new Watched(
            new Text("可用券额", "Usable vouchers"), new Text(free.format(), free.format(true)), "/vouchers?state=USABLE",
            new Text(usable.size() + " 张", usable.size() + " vouchers")));
    for (Offers.YearSum y : offers.years(actor)) {
      Money left = y.ceiling().minus(y.received());
      watched.add(
          new Watched(
              new Text(y.year() + " 年还可领取", "Still open to you in " + y.year()), new Text(left.format(), left.format(true)), "/offers",
              new Text("年度上限 " + y.ceiling().format(), "yearly ceiling " + y.ceiling().format(true))));
    }
    long closed = offers.of(actor).stream().filter(o -> !o.isOpen() && o.batch().state() == BatchState.OPEN).count();
    if (closed > 0) {
      watched.add(
          new Watched(
              new Text("开放中但不能领的批次", "Open batches you cannot claim"), new Text(closed + " 个", String.valueOf(closed)), "/offers",
              new Text("看哪些条件不符合", "see which conditions fail")));
    }
    return watched;
  }

  @Override
  public Optional<Picture> picture(Actor actor) {
    if (!actor.is(Role.BUREAU, Role.FINANCE, Role.AUDITOR)) return Optional.empty();
    int year = LocalDate.now(clock).getYear();
    List<BudgetLine> lines =
        budgets.lines(actor).stream().filter(l -> l.line().year() == year && l.position() != null).toList();
    if (lines.isEmpty()) return Optional.empty();
    var p = lines.stream().map(l -> java.util.Objects.requireNonNull(l.position())).toList();
    Money left = p.stream().map(x -> x.unissued()).reduce(Money.ZERO, Money::plus);
    Chart chart =
        Chart.of(Chart.Kind.SHARE, Chart.Unit.MONEY, lines.stream().map(l -> funders.label(l.line().funder())).toList())
            .with("未发放", "Unissued", p.stream().map(x -> x.unissued().fen()).toList())
            .with("企业持有", "Held", p.stream().map(x -> x.held().fen()).toList())
            .with("合同锁定", "Locked", p.stream().map(x -> x.locked().fen()).toList())
            .with("待支付", "Redeemable", p.stream().map(x -> x.redeemable().fen()).toList())
            .with("已支付（净）", "Paid, net", p.stream().map(x -> x.paid().minus(x.recovered()).fen()).toList());
    return Optional.of(
        new Picture(
            new Text("预算还剩多少？", "How much of the budget is left?"), new Text(left.format(), left.format(true)), chart,
            "/dashboard"));
  }

  @Override
  public List<Step> steps(Actor actor) {
    return switch (actor.role()) {
      case ENTERPRISE -> List.of(new Step(new Text("看看能领什么", "See what I could get"), "/offers"));
      case BUREAU -> List.of(new Step(new Text("编制批次", "Plan a batch"), "/batches/new"));
      default -> List.of();
    };
  }

  /** Before what other rooms put there: it is what holders came for. */
  @Override
  public int order() {
    return 50;
  }
}
