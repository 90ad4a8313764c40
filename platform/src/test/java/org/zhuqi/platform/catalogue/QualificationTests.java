package org.zhuqi.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;

/** Qualifications of items: which need one, who looks at the certificate, and what its end brings. */
class QualificationTests extends TradeTest {
  private static final LocalDate UNTIL = TODAY.plusDays(40);
  @Autowired Documents documents;
  @Autowired Certificates certificates;
  @Autowired QualificationDays days;
  @Autowired AuditTrail audit;

  /** Testing, as an institution states it that ticks nothing. */
  private static Item testing() {
    return Item.market("电磁兼容检测" + Ids.next(), "testing", "innovation", "检测", "送样、检测", 1_000_000, "每台", "0851-85551234");
  }

  private static Item unticked(Item i) {
    return new Item(
        i.title(), i.category(), i.scope(), i.content(), i.process(), i.feeMode(), i.feeFen(), false, i.feeText(), null, null,
        i.phone(), false, i.qualification(), i.qualificationCovers(), i.qualificationUntil());
  }

  private UUID qualified(Actor institution, LocalDate until) {
    return asTenant(
        () -> {
          UUID paper = trade.pdf(institution, "qualification", null);
          return catalogue.publish(institution, testing().qualified(paper, List.of("testing"), until)).orThrow();
        });
  }

  @Test
  void GYI_8_1_a_service_that_law_leaves_to_the_qualified_needs_a_qualification_whatever_its_institution_ticks() {
    Actor institution = asTenant(trade::institution);
    Outcome<UUID> none = asTenant(() -> catalogue.publish(institution, testing()));
    assertThat(provisions(none)).containsExactly("GYI-8-1");
    UUID paper = asTenant(() -> trade.pdf(institution, "qualification", null));
    Item ended = unticked(testing().qualified(paper, List.of("testing"), TODAY.minusDays(1)));
    assertThat(provisions(asTenant(() -> catalogue.publish(institution, ended)))).containsExactly("GYI-8-1");
    Item valid = unticked(testing().qualified(paper, List.of("testing"), UNTIL));
    UUID id = asTenant(() -> catalogue.publish(institution, valid).orThrow());
    assertThat(asTenant(() -> catalogue.item(id)).item().needsQualification()).isTrue();
    at(UNTIL.plusDays(1));
    assertThat(asTenant(() -> catalogue.open(id))).isEmpty();
  }

  @Test
  void GYI_8_1_the_tick_of_the_institution_only_adds_to_what_the_measure_marks() {
    Actor institution = asTenant(trade::institution);
    Item ticked = TradeFixtures.item().needingQualification();
    assertThat(provisions(asTenant(() -> catalogue.publish(institution, ticked)))).containsExactly("GYI-8-1");
    assertThat(asTenant(() -> catalogue.publish(institution, TradeFixtures.item())).isDone()).isTrue();
  }

  @Test
  void GYI_8_1_the_centre_and_enterprises_look_at_the_certificate_of_a_published_item_and_others_do_not() {
    Actor institution = asTenant(trade::institution);
    UUID id = qualified(institution, UNTIL);
    ServiceItem shown = asTenant(() -> catalogue.item(id));
    UUID paper = java.util.Objects.requireNonNull(shown.item().qualification());
    Actor enterprise = asTenant(trade::enterprise);
    for (Actor reader : List.of(TradeFixtures.CENTRE, enterprise, institution)) {
      assertThat(asTenant(() -> documents.readable(reader, paper)).id()).isEqualTo(paper);
      assertThat(asTenant(() -> certificates.of(reader, shown))).isPresent();
    }
    Actor other = asTenant(trade::institution);
    Actor finance = new Actor(Ids.next(), "财政", Role.FINANCE, null, "GUIYANG_FINANCE", Set.of("GUIYANG"));
    for (Actor stranger : List.of(other, finance)) {
      assertThatThrownBy(() -> asTenant(() -> documents.readable(stranger, paper))).isInstanceOf(NotFoundException.class);
      assertThat(asTenant(() -> certificates.of(stranger, shown))).isEmpty();
    }
    assertThat(asTenant(() -> certificates.of(null, shown))).isEmpty();
    asTenant(() -> catalogue.deactivate(institution, id, "不再提供").orThrow());
    assertThatThrownBy(() -> asTenant(() -> documents.readable(enterprise, paper))).isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> documents.readable(TradeFixtures.CENTRE, paper)).id()).isEqualTo(paper);
  }

  @Test
  void GYI_8_1_the_institution_is_reminded_ahead_of_the_end_and_told_when_the_item_drops_out_each_once() {
    Actor institution = asTenant(trade::institution);
    UUID id = qualified(institution, UNTIL);
    String title = asTenant(() -> catalogue.item(id)).item().title();
    String ahead = "资质将于 " + UNTIL + " 到期：" + title;
    String over = "资质已到期，停止展示：" + title;
    turnTo(UNTIL.minusDays(31));
    assertThat(told(institution)).isEmpty();
    turnTo(UNTIL.minusDays(30));
    turnTo(UNTIL.minusDays(29));
    assertThat(told(institution)).containsExactly(ahead);
    turnTo(UNTIL.minusDays(14));
    turnTo(UNTIL.minusDays(3));
    turnTo(UNTIL);
    assertThat(told(institution)).containsExactly(ahead, ahead, ahead);
    turnTo(UNTIL.plusDays(1));
    turnTo(UNTIL.plusDays(2));
    assertThat(told(institution)).containsExactly(over, ahead, ahead, ahead);
    assertThat(asTenant(() -> notifications.list(institution, false, 1, 0)).getFirst().provision()).isEqualTo("GYI-8-1");
    assertThat(asTenant(() -> audit.of(id))).filteredOn(r -> r.act().equals("service_item.lapsed")).hasSize(1);
  }

  @Test
  void GYI_8_1_a_renewed_qualification_is_announced_anew_and_the_old_end_no_more() {
    Actor institution = asTenant(trade::institution);
    UUID id = qualified(institution, UNTIL);
    turnTo(UNTIL.minusDays(3));
    asTenant(() -> { trade.renew(institution, id, UNTIL.plusYears(1)); return null; });
    turnTo(UNTIL.plusDays(1));
    assertThat(told(institution)).hasSize(1);
    turnTo(UNTIL.plusYears(1).minusDays(30));
    assertThat(told(institution)).hasSize(2).first().asString().contains(UNTIL.plusYears(1).toString());
  }

  private void turnTo(LocalDate day) {
    at(day);
    inTransaction(() -> { days.run(day); return null; });
  }
}
