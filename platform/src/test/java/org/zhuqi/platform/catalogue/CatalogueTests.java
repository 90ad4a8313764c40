package org.zhuqi.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

class CatalogueTests extends TradeTest {
  @Autowired PublicCatalogue services;
  @Autowired Rules rules;

  private List<UUID> found(ServiceSearch search) {
    return asTenant(() -> services.search(search).orThrow().hits().stream().map(h -> h.service().id()).toList());
  }

  private static ServiceSearch words(String text) {
    return new ServiceSearch(text, null, null, null, null, null, 0, 100);
  }

  private static Item with(Item i, @Nullable String category, String scope) {
    return new Item(
        i.title(), category, scope, i.content(), i.process(), i.feeMode(), i.feeFen(), i.feeByAgreement(), i.feeText(),
        i.approvalNumber(), i.approvedFen(), i.phone(), i.needsQualification(), i.qualification(), i.qualificationCovers(),
        i.qualificationUntil());
  }

  @Test
  void GYV_3_1_an_item_outside_the_thirteen_service_categories_is_refused() {
    Actor institution = asTenant(trade::institution);
    Outcome<UUID> no = asTenant(() -> catalogue.publish(institution, with(TradeFixtures.item(), "advertising", "innovation")));
    assertThat(provisions(no)).containsExactly("GYV-3-1");
    assertThat(no.refusals().getFirst().field()).isEqualTo("category");
    assertThat(rules.categories().codes()).hasSize(13).contains("testing", "digital", "other");
    assertThat(asTenant(() -> catalogue.publish(institution, with(TradeFixtures.item(), "other", "innovation"))).isDone()).isTrue();
  }

  @Test
  void GYI_6_1_an_item_outside_the_scope_of_institutions_is_refused() {
    Actor institution = asTenant(trade::institution);
    Outcome<UUID> no = asTenant(() -> catalogue.publish(institution, with(TradeFixtures.item(), "evaluation", "catering")));
    assertThat(provisions(no)).containsExactly("GYI-6-1");
    for (String code : rules.scope().codes()) {
      assertThat(asTenant(() -> catalogue.publish(institution, with(TradeFixtures.item(), "evaluation", code))).isDone()).isTrue();
    }
  }

  @Test
  void GYI_7_1_an_incomplete_item_stays_a_draft_and_everything_missing_is_named() {
    Actor institution = asTenant(trade::institution);
    Item bare = new Item("能耗诊断", "digital", "innovation", null, " ", null, null, false, null, null, null, null, false, null, List.of(), null);
    UUID id = asTenant(() -> catalogue.draft(institution, bare).orThrow());
    Outcome<ServiceItem> no = asTenant(() -> catalogue.publish(institution, id));
    Refusal missing = no.refusals().stream().filter(r -> "GYI-7-1".equals(r.provision())).findFirst().orElseThrow();
    assertThat(missing.sentence().zh()).contains("服务内容", "服务流程", "收费标准", "监督电话");
    Item unchosen = with(TradeFixtures.item(), null, " ");
    assertThat(asTenant(() -> catalogue.publish(institution, unchosen)).refusals())
        .extracting(Refusal::field, Refusal::provision)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("category", "GYV-3-1"), org.assertj.core.groups.Tuple.tuple("scope", "GYI-6-1"));
    assertThat(asTenant(() -> catalogue.open(id))).isEmpty();
    assertThat(found(words("能耗诊断"))).isEmpty();
  }

  @Test
  void GYI_7_1_a_supervision_phone_that_is_none_is_refused() {
    Actor institution = asTenant(trade::institution);
    Item i = Item.market("验厂", "management", "management", "内容", "流程", 100, "次", "找小王");
    assertThat(codes(asTenant(() -> catalogue.publish(institution, i)))).containsExactly("phone_not_valid");
  }

  @Test
  void GYI_7_2_a_set_price_needs_its_document_and_stays_within_the_standard_to_the_fen() {
    Actor institution = asTenant(trade::institution);
    Item base = TradeFixtures.item();
    Outcome<UUID> above = asTenant(() -> catalogue.publish(institution, base.governed("government_set", "黔发改价格〔2023〕18号", 999_999L)));
    assertThat(provisions(above)).containsExactly("GYI-7-2");
    Outcome<UUID> unnumbered = asTenant(() -> catalogue.publish(institution, base.governed("government_guided", " ", 1_000_000L)));
    assertThat(provisions(unnumbered)).containsExactly("GYI-7-2");
    Outcome<UUID> equal = asTenant(() -> catalogue.publish(institution, base.governed("government_set", "黔发改价格〔2023〕18号", 1_000_000L)));
    assertThat(equal.isDone()).isTrue();
  }

  @Test
  void GYI_7_2_a_market_price_is_stated_or_left_to_both() {
    Actor institution = asTenant(trade::institution);
    Item i = TradeFixtures.item();
    Item unstated = new Item(
        i.title(), i.category(), i.scope(), i.content(), i.process(), Item.MARKET, null, false, null, null, null, i.phone(), false, null, List.of(), null);
    assertThat(provisions(asTenant(() -> catalogue.publish(institution, unstated)))).contains("GYI-7-2");
    Item agreed = new Item(
        i.title(), i.category(), i.scope(), i.content(), i.process(), Item.MARKET, null, true, null, null, null, i.phone(), false, null, List.of(), null);
    assertThat(asTenant(() -> catalogue.publish(institution, agreed)).isDone()).isTrue();
  }

  @Test
  void GYI_8_1_only_items_that_the_qualification_covers_are_published() {
    Actor institution = asTenant(trade::institution);
    LocalDate until = TODAY.plusDays(10);
    UUID paper = asTenant(() -> trade.pdf(institution, "qualification", until));
    Outcome<UUID> other = asTenant(() -> catalogue.publish(institution, TradeFixtures.item().qualified(paper, List.of("certification"), until)));
    assertThat(provisions(other)).containsExactly("GYI-8-1");
    Outcome<UUID> longer = asTenant(() -> catalogue.publish(institution, TradeFixtures.item().qualified(paper, List.of("evaluation"), until.plusDays(1))));
    assertThat(codes(longer)).containsExactly("qualification_date");
    assertThat(asTenant(() -> catalogue.publish(institution, TradeFixtures.item().qualified(paper, List.of("evaluation"), until))).isDone()).isTrue();
  }

  @Test
  void GYI_8_1_an_item_lapses_from_view_the_day_after_its_qualification_ends() {
    Actor institution = asTenant(trade::institution);
    LocalDate until = TODAY.plusDays(10);
    UUID paper = asTenant(() -> trade.pdf(institution, "qualification", until));
    Item item = TradeFixtures.item().qualified(paper, List.of("evaluation"), until);
    UUID id = asTenant(() -> catalogue.publish(institution, item).orThrow());
    at(until);
    assertThat(found(words(item.title()))).containsExactly(id);
    assertThat(asTenant(() -> catalogue.open(id))).isPresent();
    at(until.plusDays(1));
    assertThat(found(words(item.title()))).isEmpty();
    assertThat(asTenant(() -> catalogue.open(id))).isEmpty();
  }

  @Test
  void an_institution_that_is_hidden_or_removed_is_not_found_and_comes_back_with_its_standing() {
    Actor institution = asTenant(trade::institution);
    Item item = TradeFixtures.item();
    UUID id = asTenant(() -> catalogue.publish(institution, item).orThrow());
    assertThat(found(words(item.title()))).containsExactly(id);
    AdmittedForTests.set(institution.partyOrThrow(), Standing.Kind.HIDDEN);
    assertThat(found(words(item.title()))).isEmpty();
    AdmittedForTests.set(institution.partyOrThrow(), Standing.Kind.LIVE);
    assertThat(found(words(item.title()))).containsExactly(id);
    AdmittedForTests.set(institution.partyOrThrow(), Standing.Kind.REMOVED);
    assertThat(found(words(item.title()))).isEmpty();
  }

  @Test
  void chinese_words_of_two_characters_are_found_in_title_content_process_and_name_and_all_must_occur() {
    Actor institution = asTenant(trade::institution);
    Item item = Item.market("齿轮箱振动诊断", "evaluation", "innovation", "测量轴承温升", "预约上门", 50_000, "次", "0851-85551234");
    UUID id = asTenant(() -> catalogue.publish(institution, item).orThrow());
    assertThat(found(words("振动"))).contains(id);
    assertThat(found(words("轴承 上门"))).contains(id);
    assertThat(found(words("轴承，没有的词"))).doesNotContain(id);
    assertThat(found(words("100%"))).isEmpty();
    assertThat(codes(asTenant(() -> services.search(words("轴"))))).containsExactly("search_too_short");
  }

  @Test
  void filters_narrow_by_category_area_mode_and_fee() {
    Actor institution = asTenant(trade::institution);
    UUID id = asTenant(() -> catalogue.publish(institution, TradeFixtures.item()).orThrow());
    assertThat(found(new ServiceSearch(null, "evaluation", null, "520115", Item.MARKET, 1_000_000L, 0, 100))).contains(id);
    assertThat(found(new ServiceSearch(null, "evaluation", null, "520115", Item.MARKET, 999_999L, 0, 100))).doesNotContain(id);
    assertThat(found(new ServiceSearch(null, "finance", null, null, null, null, 0, 100))).doesNotContain(id);
    assertThat(found(new ServiceSearch(null, null, null, "520102", null, null, 0, 100))).doesNotContain(id);
  }

  @Test
  void what_was_published_stays_as_it_was_when_the_item_is_changed_and_published_again() {
    Actor institution = asTenant(trade::institution);
    UUID id = asTenant(() -> catalogue.publish(institution, TradeFixtures.item()).orThrow());
    ServiceItem first = asTenant(() -> catalogue.item(id));
    Item dearer = Item.market("新名称检测", "evaluation", "innovation", "内容", "流程", 2_000_000, "每台", "0851-85551234");
    asTenant(() -> catalogue.edit(institution, id, first.revision(), dearer).orThrow());
    assertThat(asTenant(() -> catalogue.open(id)).orElseThrow().item().feeFen()).isEqualTo(1_000_000);
    assertThat(asTenant(() -> catalogue.publish(institution, id).orThrow()).version()).isEqualTo(2);
    assertThat(asTenant(() -> catalogue.open(id)).orElseThrow().item().feeFen()).isEqualTo(2_000_000);
    assertThat(asTenant(() -> catalogue.item(id, 1)).item().feeFen()).isEqualTo(1_000_000);
  }

  @Test
  void of_two_who_edit_at_once_the_second_is_told_and_nothing_is_lost() {
    Actor institution = asTenant(trade::institution);
    UUID id = asTenant(() -> catalogue.draft(institution, TradeFixtures.item()).orThrow());
    int seen = asTenant(() -> catalogue.item(id)).revision();
    Item mine = TradeFixtures.item();
    asTenant(() -> catalogue.edit(institution, id, seen, mine).orThrow());
    assertThat(codes(asTenant(() -> catalogue.edit(institution, id, seen, TradeFixtures.item())))).containsExactly("changed_meanwhile");
    assertThat(asTenant(() -> catalogue.item(id)).item().title()).isEqualTo(mine.title());
  }

  @Test
  void another_institutions_item_and_certificate_do_not_exist_for_one() {
    Actor institution = asTenant(trade::institution);
    Actor other = asTenant(trade::institution);
    UUID id = asTenant(() -> catalogue.draft(institution, TradeFixtures.item()).orThrow());
    assertThatThrownBy(() -> asTenant(() -> catalogue.publish(other, id))).isInstanceOf(NotFoundException.class);
    UUID paper = asTenant(() -> trade.pdf(institution, "qualification", null));
    Item stolen = TradeFixtures.item().qualified(paper, List.of("evaluation"), TODAY.plusYears(1));
    assertThatThrownBy(() -> asTenant(() -> catalogue.publish(other, stolen))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_published_version_can_be_neither_changed_nor_removed() {
    Actor institution = asTenant(trade::institution);
    asTenant(() -> trade.published(institution));
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update service_item_version set version = 9").update()))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("delete from service_item_version").update()))
        .hasStackTraceContaining("permission denied");
  }
}
