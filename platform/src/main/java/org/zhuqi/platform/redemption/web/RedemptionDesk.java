package org.zhuqi.platform.redemption.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What of redemption waits on a desk. */
@Component
class RedemptionDesk implements DeskPart {
  private static final int MOST = 20;
  private final Redemptions redemptions;
  private final Casework casework;

  RedemptionDesk(Redemptions redemptions, Casework casework) {
    this.redemptions = redemptions;
    this.casework = casework;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    if (actor.is(Role.INSTITUTION)) {
      List<Waiting> mine = new ArrayList<>();
      for (RedemptionState s : List.of(RedemptionState.SENT_BACK, RedemptionState.DRAFT)) {
        redemptions.list(actor, s, null).stream().limit(MOST).forEach(r -> mine.add(line(r, s == RedemptionState.DRAFT ? new Text("待兑现", "Redeem") : new Text("待补正", "Complete"))));
      }
      return mine;
    }
    if (!actor.is(Role.BUREAU)) return List.of();
    List<Redemption> approved = redemptions.list(actor, RedemptionState.APPROVED, null);
    if (approved.isEmpty()) return List.of();
    Money sum = approved.stream().map(Redemption::amount).reduce(Money.ZERO, Money::plus);
    return List.of(
        new Waiting(
            new Text("待公示", "Publish"), new Text("拟兑现名单", "Vouchers to be redeemed"), "/redemptions/publish", null,
            new Text(approved.size() + " 件，合计 " + sum.format(), approved.size() + " lines, " + sum.format(true))));
  }

  private Waiting line(Redemption r, Text kind) {
    return new Waiting(kind, r.title(), "/redemptions/" + r.id(), due(r), new Text(r.number() + " · " + r.amount().format(), r.number() + " · " + r.amount().format(true)));
  }

  /** The end of the window, or of the completion. */
  private @Nullable LocalDate due(Redemption r) {
    return r.state() == RedemptionState.SENT_BACK ? casework.ofSubject(Redemptions.KIND, r.id()).dueOn() : r.lastDay();
  }

  @Override
  public List<Watched> watching(Actor actor) {
    if (!actor.is(Role.INSTITUTION)) return List.of();
    Money open =
        redemptions.list(actor, null, null).stream().filter(r -> r.state().isOpen()).map(Redemption::amount).reduce(Money.ZERO, Money::plus);
    return List.of(new Watched(new Text("在途兑现", "Being redeemed"), new Text(open.format(), open.format(true)), "/redemptions", null));
  }

  @Override
  public int order() {
    return 70;
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem redemptionsNav() {
      return NavItem.of(
          "兑现申请", "Redemptions", "/redemptions", 170, Role.ENTERPRISE, Role.INSTITUTION, Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.REVIEWER, Role.AUDITOR);
    }

    @Bean
    NavItem redemptionPublishNav() {
      return NavItem.of("兑现公示", "Publish redemptions", "/redemptions/publish", 172, Role.BUREAU);
    }
  }
}
