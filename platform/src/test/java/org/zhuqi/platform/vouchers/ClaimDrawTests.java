package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;

/** A guide that says otherwise than first come, first served: the order is drawn, and anyone can recompute it. */
class ClaimDrawTests extends VoucherWorld {
  @Autowired BatchesDue due;
  @Autowired Offers offers;
  @LocalServerPort int port;

  @Test
  void GYV_9_1_a_drawn_batch_gathers_claims_and_settles_them_in_an_order_that_anyone_can_recompute() throws Exception {
    UUID batch = batch("3000", g -> g.claimOrder(Guide.ClaimOrder.DRAW));
    Batch.Draw before = inTransaction(() -> batches.get(batch)).draw();
    assertThat(before.seed()).as("the seed stays secret until the batch has closed").isNull();
    Map<UUID, ClaimAnswer> waiting = new TreeMap<>();
    for (int i = 0; i < 8; i++) {
      ClaimAnswer answer = claim(holder(), batch, "1000");
      assertThat(answer.kind()).isEqualTo(ClaimAnswer.Kind.WAITING);
      waiting.put(answer.claim(), answer);
    }
    RegisterParty outside =
        PartyFixtures.enterprise(code(), "外地企业", "ELSEWHERE", "equipment", LocalDate.of(2015, 1, 1), "13800000000");
    assertThat(claim(holder(outside), batch, "1000").kind()).isEqualTo(ClaimAnswer.Kind.REFUSED);
    assertThat(issued(batch)).as("nothing is issued before the draw").isEqualTo(Money.ZERO);

    asTenant(() -> batches.close(bureau, batch, "测试提前截止")).orThrow();
    inTransaction(
        () -> {
          due.run(LocalDate.now(clock));
          due.run(LocalDate.now(clock));
          return null;
        });
    Batch after = inTransaction(() -> batches.get(batch));
    assertThat(sha256(after.draw().seed())).isEqualTo(before.commitment());
    List<UUID> order = new ArrayList<>(waiting.keySet());
    order.sort(Comparator.comparing(id -> sha256(after.draw().seed() + ":" + id)));
    List<ClaimAnswer.Kind> outcomes =
        order.stream().map(id -> asTenant(() -> offers.claim(bureau, id)).outcome()).toList();
    assertThat(outcomes.subList(0, 3)).containsOnly(ClaimAnswer.Kind.GRANTED);
    assertThat(outcomes.subList(3, 8)).containsOnly(ClaimAnswer.Kind.REFUSED);
    assertThat(inTransaction(() -> ledger.position(after.line())).held()).isEqualTo(yuan("3000"));
    assertThat(inTransaction(() -> ledger.position(after.line())).balances()).isTrue();
    everybodySees(batch, after, order);
    losersAreToldWhy(order.getLast());
  }

  /** Without signing in: the seed, the numbers that went into it, and the order that follows. */
  private void everybodySees(UUID batch, Batch after, List<UUID> order) {
    Visitor anybody = new Visitor(port);
    String page = anybody.get("/totals/" + batch + "/draw").body();
    assertThat(page).contains(after.draw().seed(), after.draw().commitment());
    String rows = anybody.get("/api/v1/totals/" + batch + "/draw").body();
    assertThat(order.stream().map(id -> rows.indexOf(id.toString())).toList()).isSorted().doesNotContain(-1);
    assertThat(order).allSatisfy(id -> assertThat(page).contains(id.toString()));
    assertThat(anybody.get("/totals/" + batch + "/draw/claims.txt").body().lines().map(UUID::fromString))
        .containsExactlyInAnyOrderElementsOf(order);
    assertThat(rows + page).as("no enterprise by name").doesNotContain("测试企业");
  }

  private void losersAreToldWhy(UUID loser) {
    String told =
        inTransaction(() -> jdbc.sql("select body_zh from notification where link = ?").param("/claims/" + loser).query(String.class).single());
    assertThat(told).contains("第 8 位（共 8 位）", "未获发放。本批次额度已领完。");
  }

  @Test
  void GYV_9_1_before_a_draw_everybody_sees_what_binds_it_and_not_the_seed() {
    UUID batch = batch("3000", g -> g.claimOrder(Guide.ClaimOrder.DRAW));
    UUID claim = claim(holder(), batch, "1000").claim();
    Visitor anybody = new Visitor(port);
    String commitment = inTransaction(() -> batches.get(batch)).draw().commitment();
    assertThat(anybody.get("/totals/" + batch + "/draw").body()).contains(commitment).doesNotContain(claim.toString());
    assertThat(anybody.get("/totals/" + batch + "/draw/claims.txt").body()).isEmpty();
    assertThat(anybody.get("/api/v1/totals/" + batch).body()).contains(commitment, "\"seed\":null");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
