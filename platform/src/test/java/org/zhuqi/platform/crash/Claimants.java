package org.zhuqi.platform.crash;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.demo.Papers;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.CreditCode;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.vouchers.PlanBudget;

/** Eligible enterprises and an open batch for them, made through the facades. */
final class Claimants {
  private static final Money BUDGET = Money.of("100000000");
  private final ApplicationContext app;

  Claimants(ApplicationContext app) {
    this.app = app;
  }

  List<Actor> register(int size) {
    Parties parties = app.getBean(Parties.class);
    List<Actor> holders = new ArrayList<>();
    long first = System.nanoTime() / 1000 % 90_000_000;
    for (int i = 0; i < size; i++) {
      String code = CreditCode.complete("91520100", "%08d".formatted(first + i)).value();
      RegisterParty party =
          PartyFixtures.enterprise(code, "贵阳测试" + code.substring(8), "520115", "equipment", LocalDate.of(2015, 1, 1), "13800000000");
      UUID id = PartyFixtures.authenticated(parties, parties.register(Actor.SYSTEM, party).orThrow());
      holders.add(new Actor(Ids.next(), party.name(), Role.ENTERPRISE, id, null, Set.of()));
    }
    return holders;
  }

  /** @param year of a budget line that does not exist yet */
  UUID openBatch(int year) {
    Actor bureau = new Actor(Ids.next(), "工信局", Role.BUREAU, null, "GUIYANG_BUREAU", Set.of("GUIYANG"));
    Actor finance = new Actor(Ids.next(), "财政局", Role.FINANCE, null, "GUIYANG_FINANCE", Set.of("GUIYANG"));
    Budgets budgets = app.getBean(Budgets.class);
    PlanBudget plan = new PlanBudget("GYV", "GUIYANG", year, BUDGET, "测试批复");
    UUID line = budgets.confirm(finance, budgets.plan(bureau, plan).orThrow()).orThrow();
    LocalDateTime now = LocalDateTime.now(app.getBean(Clock.class));
    Guide guide = Guide.builder().validityDays(180).build();
    PlanBatch batch =
        new PlanBatch(
            line, new Text("测试批次", "Test batch"), BUDGET, guide, now.minusMinutes(5), now.plusDays(30), paper(bureau, "plan"), paper(bureau, "guide"));
    Batches batches = app.getBean(Batches.class);
    return batches.open(bureau, batches.plan(bureau, batch).orThrow()).orThrow();
  }

  private UUID paper(Actor by, String material) {
    byte[] pdf = Papers.pdf(material, "测试");
    return app.getBean(Documents.class).store(by, null, material, material + ".pdf", new ByteArrayInputStream(pdf), null).orThrow();
  }
}
