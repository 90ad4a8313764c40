package org.zhuqi.platform.ratings.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractPanel;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.ratings.Ratings;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What waits on ratings, and the rating's place on the contract page. */
@Component
class RatingDesk implements DeskPart, ContractPanel {
  private final Ratings ratings;

  RatingDesk(Ratings ratings) {
    this.ratings = ratings;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    return switch (actor.role()) {
      case ENTERPRISE ->
          ratings.toRate(actor.partyOrThrow()).stream()
              .limit(20)
              .map(c -> new Waiting(new Text("待评价", "Rate"), c.title(), "/rate", null, new Text(c.providerName(), c.providerName())))
              .toList();
      case INSTITUTION ->
          ratings.unanswered(actor.partyOrThrow()).stream()
              .limit(20)
              .map(r -> new Waiting(new Text("可答复", "Answer"), r.title(), "/ratings", null, new Text("评价 " + r.grade() + " 分", "rated " + r.grade())))
              .toList();
      case CENTRE ->
          ratings.openFollowUps(actor).stream()
              .limit(20)
              .map(r -> new Waiting(new Text("差评回访", "Follow up"), r.providerName(), "/ratings/follow-ups", r.followUpDue(), new Text(r.title(), r.title())))
              .toList();
      default -> List.of();
    };
  }

  @Override
  public Optional<Panel> panel(Actor viewer, Contract contract) {
    return contract.state() == ContractState.COMPLETED
        ? Optional.of(new Panel(new Text("评价", "Rating"), "/contracts/" + contract.id() + "/rating"))
        : Optional.empty();
  }

  @Override
  public int order() {
    return 70;
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem rankingNav() {
      return NavItem.open("机构排名", "Ranking", "/ranking", 30);
    }

    @Bean
    NavItem rateNav() {
      return NavItem.of("评价服务", "Rate services", "/rate", 150, Role.ENTERPRISE);
    }

    @Bean
    NavItem ratingsNav() {
      return NavItem.of("收到的评价", "Ratings", "/ratings", 150, Role.INSTITUTION);
    }

    @Bean
    NavItem followUpsNav() {
      return NavItem.of("差评回访", "Bad ratings", "/ratings/follow-ups", 330, Role.CENTRE, Role.AUDITOR);
    }
  }
}
