package org.zhuqi.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhuqi.platform.catalogue.ServiceItem.ItemState;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;

/** The centre takes an item out of the catalogue, and alone lets it back. */
class TakeOutTests extends TradeTest {
  private static final Actor CENTRE = TradeFixtures.CENTRE;

  private UUID takenOut(Actor institution) {
    UUID id = asTenant(() -> trade.published(institution));
    ServiceItem out = asTenant(() -> catalogue.deactivate(CENTRE, id, "收费标准与公示不符").orThrow());
    assertThat(out.state()).isEqualTo(ItemState.TAKEN_OUT);
    assertThat(out.decider()).isEqualTo(CENTRE.name());
    return id;
  }

  @Test
  void GYI_7_1_an_item_that_the_centre_took_out_is_published_again_only_after_the_centre_let_it_back() {
    Actor institution = asTenant(trade::institution);
    UUID id = takenOut(institution);
    assertThat(asTenant(() -> catalogue.open(id))).isEmpty();
    assertThat(codes(asTenant(() -> catalogue.publish(institution, id)))).containsExactly("item_taken_out");
    assertThat(provisions(asTenant(() -> catalogue.publish(institution, id)))).containsExactly("GYI-7-1");
    assertThat(codes(asTenant(() -> catalogue.deactivate(institution, id, "自行停用")))).containsExactly("item_taken_out");
    assertThatThrownBy(() -> asTenant(() -> catalogue.letBack(institution, id, "已改正"))).isInstanceOf(ForbiddenException.class);
    assertThat(codes(asTenant(() -> catalogue.letBack(CENTRE, id, " ")))).containsExactly("reason_missing");
    assertThat(asTenant(() -> catalogue.letBack(CENTRE, id, "收费标准已改正").orThrow()).state()).isEqualTo(ItemState.INACTIVE);
    assertThat(asTenant(() -> catalogue.publish(institution, id).orThrow()).state()).isEqualTo(ItemState.PUBLISHED);
    assertThat(asTenant(() -> catalogue.open(id))).isPresent();
  }

  @Test
  void GYI_7_1_the_database_too_keeps_out_what_the_centre_took_out() {
    UUID id = takenOut(asTenant(trade::institution));
    for (String state : new String[] {"PUBLISHED", "DRAFT"}) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update service_item set state = :state where id = :id").param("state", state).param("id", id).update()))
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasStackTraceContaining("let back by an official");
    }
  }

  @Test
  void GYI_7_1_the_institution_is_told_why_its_item_was_taken_out_and_when_it_may_return() {
    Actor institution = asTenant(trade::institution);
    UUID id = takenOut(institution);
    String title = asTenant(() -> catalogue.item(id)).item().title();
    assertThat(told(institution)).containsExactly("服务事项已被下架：" + title);
    assertThat(asTenant(() -> notifications.list(institution, false, 1, 0)).getFirst().body().zh()).contains("收费标准与公示不符");
    asTenant(() -> catalogue.letBack(CENTRE, id, "已改正").orThrow());
    assertThat(told(institution)).containsExactly("服务事项可以重新发布：" + title, "服务事项已被下架：" + title);
  }

  @Test
  void GYI_7_1_an_item_that_its_institution_withdrew_can_be_taken_out_too_and_its_own_withdrawal_stays_its_own() {
    Actor institution = asTenant(trade::institution);
    UUID id = asTenant(() -> trade.published(institution));
    asTenant(() -> catalogue.deactivate(institution, id, "不再提供").orThrow());
    assertThat(asTenant(() -> catalogue.publish(institution, id)).isDone()).isTrue();
    asTenant(() -> catalogue.deactivate(institution, id, "不再提供").orThrow());
    asTenant(() -> catalogue.deactivate(CENTRE, id, "内容不实").orThrow());
    assertThat(codes(asTenant(() -> catalogue.publish(institution, id)))).containsExactly("item_taken_out");
    assertThat(codes(asTenant(() -> catalogue.deactivate(CENTRE, id, "再次")))).containsExactly("item_taken_out");
  }

  @Test
  void GYI_14_1_whoever_is_related_to_the_institution_neither_takes_out_nor_lets_back_in_the_rules_and_in_the_database() {
    Actor institution = asTenant(trade::institution);
    Actor related = asTenant(() -> trade.relatedTo(institution.partyOrThrow()));
    UUID shown = asTenant(() -> trade.published(institution));
    UUID out = takenOut(institution);
    assertThat(codes(asTenant(() -> catalogue.deactivate(related, shown, "核查")))).containsExactly("related_to_party");
    assertThat(codes(asTenant(() -> catalogue.letBack(related, out, "已改正")))).containsExactly("related_to_party");
    assertThat(provisions(asTenant(() -> catalogue.letBack(related, out, "已改正")))).containsExactly("GYI-14-1");
    for (UUID id : new UUID[] {shown, out}) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update service_item set decided_by = :by, decider_name = 'x' where id = :id").param("by", related.account()).param("id", id).update()))
          .hasStackTraceContaining("related to");
    }
  }
}
