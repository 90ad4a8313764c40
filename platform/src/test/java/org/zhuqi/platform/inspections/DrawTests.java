package org.zhuqi.platform.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.redemption.RedemptionWorld;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;

/** One draw per funder and year, so all of it is looked at in one story. */
class DrawTests extends RedemptionWorld {
  private static final LocalDate NEXT_YEAR = LocalDate.of(2025, 1, 6);
  private static final LocalDate EVENT = LocalDate.of(2025, 1, 9);
  @Autowired Draws draws;
  @Autowired Inspections inspections;
  @Autowired Tasks tasks;

  /** Draws of earlier runs in this JVM's database are out of the way: only this test draws. */
  private Contract transaction;

  @BeforeEach
  void someTransactions() {
    transaction = filed();
    batch = batch(g -> g);
    for (int i = 0; i < 3; i++) filed();
    batch = batch(g -> g);
    for (int i = 0; i < 2; i++) filed();
  }

  private Outcome<UUID> announce(Actor by, LocalDate eventOn) {
    return asTenant(() -> draws.announce(by, "GYV", GUIYANG, "中国福利彩票双色球 2025004 期开奖号码（以中国福彩网公布为准）", eventOn));
  }

  private Outcome<InspectionDraw> draw(Actor by, UUID id, String value) {
    return asTenant(() -> draws.draw(by, id, value));
  }

  @Test
  void GYV_12_1_fixes_population_and_commitment_before_anybody_can_recompute_the_draw() throws Exception {
    on(NEXT_YEAR);
    assertThat(codes(announce(bureau, NEXT_YEAR))).containsExactly("draw_event");
    assertThat(drawTasks(bureau)).as("the bureau is reminded that last year was not drawn").singleElement()
        .matches(t -> t.stepZh().equals("公告抽查") && t.titleZh().startsWith("2024 年度") && t.name().equals("贵阳市") && "GYV-12-1".equals(t.provision()));
    assertThat(drawTasks(thirdParty)).isEmpty();
    UUID id = announce(bureau, EVENT).orThrow();
    assertThat(drawTasks(secondBureau)).as("announced; its event is yet to come").isEmpty();
    assertThat(codes(announce(secondBureau, EVENT))).containsExactly("draw_announced");

    InspectionDraw announced = asTenant(() -> draws.get(id));
    assertThat(announced.secret()).isNull();
    assertThat(announced.entries()).extracting(InspectionDraw.Entry::contract).contains(transaction.id());
    assertThat(announced.entries()).allMatch(e -> e.place() == 0 && e.mark() == null);
    assertThat(announced.populationHash()).isEqualTo(sha256(Draws.list(announced.entries())));
    frozen(id);

    assertThat(codes(draw(thirdParty, id, "03 07 11 19 24 30 + 08"))).containsExactly("draw_too_early");
    on(EVENT);
    for (Actor may : List.of(secondBureau, thirdParty)) {
      assertThat(drawTasks(may)).singleElement().matches(t -> t.stepZh().equals("抽取") && EVENT.equals(t.dueOn()) && t.link().equals("/draws/" + id));
    }
    assertThat(drawTasks(bureau)).as("who announced it does not draw").isEmpty();
    assertThat(codes(draw(bureau, id, "03 07 11 19 24 30 + 08"))).containsExactly("steps_apart");
    assertThatThrownBy(() -> draw(centre(), id, "03 07 11 19 24 30 + 08")).as("GYV-5-1: it assists").isInstanceOf(ForbiddenException.class);
    InspectionDraw drawn = draw(thirdParty, id, "03 07 11 19 24 30 + 08").orThrow();
    assertThat(drawTasks(secondBureau)).isEmpty();
    assertThat(codes(draw(thirdParty, id, "01 02 03 04 05 06 + 07"))).containsExactly("draw_done");

    assertThat(drawn.sample()).as("10 percent, at least 5, of " + announced.population())
        .isEqualTo(Math.max(5, Math.ceilDiv(announced.population() * 10, 100)))
        .isLessThan(announced.population());
    recomputed(drawn, announced);
    List<Inspection> opened = asTenant(() -> inspections.list(bureau, id));
    assertThat(opened).hasSize(drawn.sample()).allMatch(i -> i.provision().equals("GYV-12-1") && i.state() == InspectionState.OPEN);
  }

  private List<Task> drawTasks(Actor who) {
    return asTenant(() -> tasks.of(who)).stream().filter(t -> t.kind().equals("inspection.draw")).toList();
  }

  /** As anybody would do it, with nothing of ours but what is published. */
  private static void recomputed(InspectionDraw drawn, InspectionDraw announced) throws Exception {
    assertThat(sha256(drawn.secret())).isEqualTo(announced.commitment());
    assertThat(drawn.populationHash()).isEqualTo(announced.populationHash());
    String seed = drawn.secret() + ":" + drawn.eventValue();
    List<String> byHand =
        announced.entries().stream()
            .map(InspectionDraw.Entry::publicId)
            .sorted(Comparator.comparing((String p) -> sha256(seed + "\n" + p)))
            .limit(Math.min(announced.population(), Math.max(5, Math.ceilDiv(announced.population() * 10, 100))))
            .toList();
    List<String> ours =
        drawn.entries().stream().filter(e -> e.place() > 0).sorted(Comparator.comparingInt(InspectionDraw.Entry::place)).map(InspectionDraw.Entry::publicId).toList();
    assertThat(ours).isEqualTo(byHand);
  }

  private void frozen(UUID id) {
    for (String change :
        List.of(
            "update inspection_draw set secret = repeat('0', 64) where draw_id = :id",
            "update inspection_draw set population_sha256 = repeat('0', 64) where draw_id = :id",
            "delete from inspection_population where draw_id = :id",
            "update inspection_population set public_id = 'X' where draw_id = :id")) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(change).param("id", id).update()))
          .as(change)
          .hasStackTraceContaining("permission denied");
    }
  }

  /** No test files anything in the first year of the measure, in this database that all of them share. */
  @Test
  void GYV_12_1_a_year_without_transactions_is_not_drawn() {
    Actor guian = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    on(NEXT_YEAR.minusYears(1));
    Outcome<UUID> outcome = asTenant(() -> draws.announce(guian, "GYV", "GUIAN", "双色球开奖号码", EVENT.minusYears(1)));
    assertThat(codes(outcome)).containsExactly("draw_empty");
    assertThat(provisions(outcome)).containsExactly("GYV-12-1");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
