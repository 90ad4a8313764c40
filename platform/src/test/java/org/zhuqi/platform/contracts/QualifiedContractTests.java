package org.zhuqi.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.catalogue.TradeFixtures;
import org.zhuqi.platform.catalogue.TradeTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Contracts on an item whose qualification ends while they are being made; filing is tested where vouchers are locked. */
class QualifiedContractTests extends TradeTest {
  private static final LocalDate UNTIL = TODAY.plusDays(10);
  @Autowired Contracts contracts;
  private Actor enterprise = Actor.SYSTEM;
  private Actor institution = Actor.SYSTEM;

  @BeforeEach
  void sides() {
    enterprise = asTenant(trade::enterprise);
    institution = asTenant(trade::institution);
  }

  private Contract offered() {
    return asTenant(
        () -> {
          UUID id = contracts.draft(enterprise, trade.terms(trade.qualified(institution, UNTIL), TODAY)).orThrow();
          return contracts.offer(enterprise, id).orThrow();
        });
  }

  private Outcome<Contract> accept(Contract c) {
    return asTenant(() -> contracts.accept(institution, c.id(), c.revision()));
  }

  @Test
  void GYI_8_1_what_was_offered_within_the_qualification_is_not_accepted_after_its_last_day() {
    Contract c = offered();
    at(UNTIL.plusDays(1));
    assertThat(provisions(accept(c))).containsExactly("GYI-8-1");
    at(UNTIL);
    assertThat(accept(c).isDone()).isTrue();
  }

  @Test
  void GYI_8_1_nor_is_the_signed_contract_agreed_to_after_it() {
    Contract accepted = accept(offered()).orThrow();
    UUID paper = asTenant(() -> trade.pdf(institution, "signed_contract", null));
    Contract signed =
        asTenant(() -> contracts.sign(institution, accepted.id(), SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow());
    String hash = Objects.requireNonNull(signed.signedHash());
    at(UNTIL.plusDays(1));
    assertThat(provisions(asTenant(() -> contracts.agree(enterprise, signed.id(), hash)))).containsExactly("GYI-8-1");
    asTenant(() -> { trade.renew(institution, signed.item(), UNTIL.plusYears(1)); return null; });
    assertThat(asTenant(() -> contracts.agree(enterprise, signed.id(), hash)).isDone()).as("renewed since").isTrue();
  }

  @Test
  void GYI_8_1_both_sides_are_warned_of_a_qualification_that_ends_within_the_period_until_it_is_renewed() {
    Contract c = offered();
    assertThat(warnings(c))
        .singleElement()
        .satisfies(w -> assertThat(w.sentence().zh()).contains(UNTIL.toString(), c.until().toString()))
        .matches(w -> "GYI-8-1".equals(w.provision()));
    asTenant(() -> { trade.renew(institution, c.item(), c.until().minusDays(1)); return null; });
    assertThat(warnings(c)).hasSize(1);
    asTenant(() -> { trade.renew(institution, c.item(), c.until()); return null; });
    assertThat(warnings(c)).isEmpty();
    Contract plain = asTenant(() -> trade.offered(enterprise, institution, TODAY));
    assertThat(warnings(plain)).isEmpty();
  }

  /** The enterprise of these tests has no voucher: that is said as well, and tested elsewhere. */
  private List<Warning> warnings(Contract c) {
    return asTenant(() -> contracts.warnings(c)).stream().filter(w -> !w.code().equals("vouchers_do_not_reach")).toList();
  }

  @Test
  void GYI_7_1_an_offer_on_an_item_that_the_centre_took_out_since_is_not_accepted() {
    Contract c = offered();
    asTenant(() -> catalogue.deactivate(TradeFixtures.CENTRE, c.item(), "内容不实").orThrow());
    assertThat(codes(accept(c))).containsExactly("item_not_offered");
    asTenant(() -> catalogue.letBack(TradeFixtures.CENTRE, c.item(), "已改正").orThrow());
    assertThat(accept(c).isDone()).isTrue();
  }
}
