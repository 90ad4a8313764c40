package org.zhuqi.platform.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhuqi.measures.Score;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.catalogue.PublicCatalogue;
import org.zhuqi.platform.catalogue.ServiceSearch;
import org.zhuqi.platform.catalogue.TradeFixtures;
import org.zhuqi.platform.catalogue.TradeTest;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;

class RatingTests extends TradeTest {
  @LocalServerPort int port;
  @Autowired Ratings ratings;
  @Autowired Rankings rankings;
  @Autowired PublicCatalogue services;

  private Actor enterprise() {
    return asTenant(trade::enterprise);
  }

  private Actor institution() {
    return asTenant(trade::institution);
  }

  @Autowired AuditTrail audit;

  private UUID rated(Actor enterprise, Actor institution, int grade) {
    Contract c = asTenant(() -> trade.completed(enterprise, institution, TODAY));
    return asTenant(() -> ratings.rate(enterprise, c.id(), grade, null).orThrow());
  }

  private Ranking.Line line(Actor institution) {
    return asTenant(rankings::ranking).lines().stream()
        .filter(l -> l.party().equals(institution.partyOrThrow()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void GYI_10_1_only_a_completed_contract_is_rated_by_its_enterprise_and_only_once() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract early = asTenant(() -> trade.delivered(enterprise, institution, TODAY));
    assertThat(codes(asTenant(() -> ratings.rate(enterprise, early.id(), 5, null)))).containsExactly("rating_before_completion");
    Contract done = asTenant(() -> trade.completed(enterprise, institution, TODAY));
    assertThatThrownBy(() -> asTenant(() -> ratings.rate(enterprise(), done.id(), 1, null))).isInstanceOf(NotFoundException.class);
    assertThat(codes(asTenant(() -> ratings.rate(enterprise, done.id(), 6, null)))).containsExactly("grade_not_known");
    asTenant(() -> ratings.rate(enterprise, done.id(), 4, "很好").orThrow());
    assertThat(codes(asTenant(() -> ratings.rate(enterprise, done.id(), 1, null)))).containsExactly("rated_already");
    assertThat(provisions(asTenant(() -> ratings.rate(enterprise, done.id(), 1, null)))).containsExactly("GYI-10-1");
    assertThat(asTenant(() -> ratings.ofContract(done.id())).orElseThrow().grade()).isEqualTo(4);
  }

  @Test
  void GYI_10_1_a_rating_stays_as_it_was_given_even_against_the_database() {
    UUID rating = rated(enterprise(), institution(), 2);
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update rating set grade = 5 where id = :id").param("id", rating).update()))
        .hasStackTraceContaining("permission denied");
    Contract running = asTenant(() -> trade.delivered(enterprise(), institution(), TODAY));
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql(
                                """
                                insert into rating (id, contract_id, client_id, provider_id, grade, rated_on, rated_at)
                                values (:id, :contract, :client, :provider, 5, :on, now())""")
                            .param("id", Ids.next())
                            .param("contract", running.id())
                            .param("client", running.client())
                            .param("provider", running.provider())
                            .param("on", TODAY)
                            .update()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasStackTraceContaining("rating_before_completion");
  }

  @Test
  void GYI_10_1_the_institution_answers_once_and_nobody_else_does() {
    Actor institution = institution();
    UUID rating = rated(enterprise(), institution, 3);
    assertThatThrownBy(() -> asTenant(() -> ratings.answer(institution(), rating, "我们"))).isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> ratings.answer(institution, rating, "谢谢，已改进").orThrow()).answer()).isEqualTo("谢谢，已改进");
    assertThat(codes(asTenant(() -> ratings.answer(institution, rating, "再说一句")))).containsExactly("answered_already");
  }

  @Test
  void GYI_10_1_a_bad_rating_is_followed_up_by_the_centre_within_five_working_days() {
    UUID bad = rated(enterprise(), institution(), 2);
    UUID fair = rated(enterprise(), institution(), 3);
    assertThat(asTenant(() -> ratings.openFollowUps(TradeFixtures.CENTRE))).extracting(Rating::id).contains(bad).doesNotContain(fair);
    Rating open = asTenant(() -> ratings.openFollowUps(TradeFixtures.CENTRE)).stream().filter(r -> r.id().equals(bad)).findFirst().orElseThrow();
    assertThat(open.followUpDue()).isEqualTo(LocalDate.of(2025, 3, 10));
    assertThat(codes(asTenant(() -> ratings.followUp(TradeFixtures.CENTRE, fair, "电话核实")))).containsExactly("no_follow_up");
    Actor elsewhere = new Actor(TradeFixtures.CENTRE.account(), "别处", Role.CENTRE, null, "CENTRE", Set.of("GUIAN"));
    assertThat(asTenant(() -> ratings.openFollowUps(elsewhere))).extracting(Rating::id).doesNotContain(bad);
    assertThatThrownBy(() -> asTenant(() -> ratings.followUp(elsewhere, bad, "越界"))).isInstanceOf(NotFoundException.class);
    asTenant(() -> ratings.followUp(TradeFixtures.CENTRE, bad, "电话核实：报告延误两天，机构已道歉").orThrow());
    assertThat(asTenant(() -> ratings.openFollowUps(TradeFixtures.CENTRE))).extracting(Rating::id).doesNotContain(bad);
    assertThat(codes(asTenant(() -> ratings.followUp(TradeFixtures.CENTRE, bad, "又一次")))).containsExactly("followed_up_already");
  }

  @Test
  void GYI_14_1_whoever_is_related_to_a_side_follows_up_no_rating_in_the_rules_and_in_the_database() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    UUID bad = rated(enterprise, institution, 1);
    for (UUID side : List.of(enterprise.partyOrThrow(), institution.partyOrThrow())) {
      Actor related = asTenant(() -> trade.relatedTo(side));
      assertThat(codes(asTenant(() -> ratings.followUp(related, bad, "电话核实")))).containsExactly("related_to_party");
      assertThat(provisions(asTenant(() -> ratings.followUp(related, bad, "电话核实")))).containsExactly("GYI-14-1");
      String insert = "insert into rating_follow_up (rating_id, finding, decided_at, decided_by, by_name) values (:id, 'x', now(), :by, 'x')";
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(insert).param("id", bad).param("by", related.account()).update()))
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasStackTraceContaining("related to");
    }
    assertThat(asTenant(() -> ratings.followUp(TradeFixtures.CENTRE, bad, "电话核实")).isDone()).isTrue();
  }

  @Test
  void GYI_10_1_the_time_for_the_follow_up_is_a_reading_that_the_page_of_the_measure_shows() {
    String page = new Visitor(port).get("/measures/GYI").body();
    assertThat(page).contains("回访期限", "对“不满意”及以下的评价由服务中心在 5 个工作日内回访");
    assertThat(new Visitor(port).get("/measures/GYV").statusCode()).isEqualTo(200);
  }

  @Test
  void what_the_public_sees_of_a_rating_has_no_numbers_of_persons_and_a_masked_enterprise() {
    Actor enterprise = enterprise();
    Contract c = asTenant(() -> trade.completed(enterprise, institution(), TODAY));
    asTenant(() -> ratings.rate(enterprise, c.id(), 5, "找小李 13812345678，身份证 52010219900101123X，li@example.cn，共 3 份").orThrow());
    Rating r = asTenant(() -> ratings.ofContract(c.id())).orElseThrow();
    assertThat(r.commentMasked()).doesNotContain("13812345678", "52010219900101123X", "li@example.cn").contains("找小李", "共 3 份");
    assertThat(r.clientMasked()).isNotEqualTo(r.clientName()).endsWith("***");
  }

  @Test
  void GYI_10_2_anybody_computes_the_same_score_from_the_published_ratings_and_formula() {
    Actor institution = institution();
    for (int grade : List.of(5, 5, 4)) rated(enterprise(), institution, grade);
    Ranking ranking = asTenant(rankings::ranking);
    Score.BayesianMean formula = ranking.formula();
    long count = 0;
    long sum = 0;
    for (Rating r : asTenant(rankings::inputs)) {
      if (!r.provider().equals(institution.partyOrThrow())) continue;
      count++;
      sum += r.grade();
    }
    long byHand = (formula.priorMeanThousandths() * formula.priorWeight() + sum * 1000) / (formula.priorWeight() + count);
    assertThat(line(institution).scoreThousandths()).isEqualTo(byHand).isEqualTo(3384);
    assertThat(line(institution).score()).isEqualTo("3.384");
    assertThat(ranking.provision()).isEqualTo("GYI-10-2");
  }

  @Test
  void GYI_10_2_a_single_best_rating_does_not_overtake_many_good_ones() {
    Actor many = institution();
    Actor one = institution();
    asTenant(() -> trade.published(many));
    for (int i = 0; i < 8; i++) rated(enterprise(), many, i % 4 == 0 ? 4 : 5);
    rated(enterprise(), one, 5);
    assertThat(line(many).position()).isLessThan(line(one).position());
    rated(enterprise(), many, 1);
    assertThat(line(many).position()).isLessThan(line(one).position());
  }

  @Test
  void GYI_10_2_ties_are_broken_by_number_of_ratings_and_then_by_credit_code() {
    UUID a = Ids.next();
    UUID b = Ids.next();
    UUID c = Ids.next();
    List<Ranking.Line> ordered =
        Rankings.ordered(
            List.of(
                new Ranking.Line(0, a, "甲", "91B", Map.of(), 2, 6, 3000),
                new Ranking.Line(0, b, "乙", "91A", Map.of(), 2, 6, 3000),
                new Ranking.Line(0, c, "丙", "91C", Map.of(), 5, 15, 3000)));
    assertThat(ordered).extracting(Ranking.Line::party).containsExactly(c, b, a);
    assertThat(ordered).extracting(Ranking.Line::position).containsExactly(1, 2, 3);
  }

  @Test
  void GYV_10_2_a_contract_is_rated_because_its_own_measure_sends_to_the_score() {
    UUID rating = rated(enterprise(), institution(), 4);
    assertThat(asTenant(() -> audit.of(rating)))
        .anyMatch(r -> "GYI-10-1".equals(r.provision()) && "GYV-10-2".equals(r.details().get("reference")));
  }

  @Test
  void GYV_10_2_the_catalogue_is_shown_in_the_order_of_the_ranking() {
    Actor good = institution();
    Actor bad = institution();
    rated(enterprise(), bad, 1);
    rated(enterprise(), good, 5);
    Map<UUID, Integer> position = new HashMap<>();
    asTenant(rankings::ranking).lines().forEach(l -> position.put(l.party(), l.position()));
    List<UUID> shown = new ArrayList<>();
    for (int page = 0; !shown.contains(bad.partyOrThrow()); page++) { // other tests have published services too
      ServiceSearch next = new ServiceSearch(null, null, null, null, null, null, page, 100);
      List<UUID> more = asTenant(() -> services.search(next).orThrow()).hits().stream().map(h -> h.service().party()).toList();
      assertThat(more).as("page %d", page).isNotEmpty();
      shown.addAll(more);
    }
    assertThat(shown.indexOf(good.partyOrThrow())).isNotNegative().isLessThan(shown.indexOf(bad.partyOrThrow()));
    List<Integer> positions = new ArrayList<>(shown.stream().map(position::get).toList());
    assertThat(positions).isSorted();
  }
}
