package org.zhuqi.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.inspections.FindingState;
import org.zhuqi.platform.inspections.Findings;
import org.zhuqi.platform.inspections.InspectionFinding;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.registers.EntryState;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.vouchers.Offer;
import org.zhuqi.platform.vouchers.Offers;

/** The demo opens with its firms in every state of the story; nobody has to move the clock to see one. */
@TestPropertySource(
    properties = {"zhuqi.database.name=demo_story_${random.int(1000000000)}", "zhuqi.demo=true", "zhuqi.demo-story=true"})
class DemoStoryTests extends PlatformTest {
  @Autowired Cast cast;
  @Autowired Registers registers;
  @Autowired Casework casework;
  @Autowired Notices notices;
  @Autowired Contracts contracts;
  @Autowired Redemptions redemptions;
  @Autowired PayoutViews payouts;
  @Autowired Findings findings;
  @Autowired Parties parties;
  @Autowired Offers offers;

  private CaseState application(String login) {
    List<CaseFile> cases = casework.ofApplicant(cast.actor(login), cast.party(login));
    return cases.getFirst().state();
  }

  private EntryState entry(String login) {
    return registers.entryOf(cast.party(login), "GYI").orElseThrow().state();
  }

  @Test
  void applications_stand_at_every_stage() {
    assertThat(asTenant(() -> application("hechuang"))).isEqualTo(CaseState.DRAFT);
    assertThat(asTenant(() -> application("ruifeng"))).isEqualTo(CaseState.SENT_BACK);
    assertThat(asTenant(() -> application("tongda"))).isEqualTo(CaseState.IN_REVIEW);
    assertThat(asTenant(() -> application("bolan"))).isEqualTo(CaseState.ON_NOTICE);
    assertThat(asTenant(() -> notices.waiting(cast.actor("centre.he")))).as("an objection to it").hasSize(1);
    assertThat(asTenant(() -> entry("mingheng"))).isEqualTo(EntryState.ACTIVE);
    assertThat(asTenant(() -> entry("qiming"))).isEqualTo(EntryState.HIDDEN);
  }

  @Test
  void a_fraud_of_last_year_is_found_partly_recovered_and_barred() {
    InspectionFinding f = asTenant(() -> findings.list(cast.actor("bureau.wu"))).getFirst();
    InspectionFinding whole = asTenant(() -> findings.get(cast.actor("bureau.wu"), f.id()));
    assertThat(whole.state()).isEqualTo(FindingState.UPHELD);
    assertThat(whole.outstanding()).isEqualTo(Money.of("8000"));
    UUID hongtu = asTenant(() -> cast.party("hongtu"));
    List<Refusal> again = asTenant(() -> registers.mayNotApply("GYI", "admission", hongtu));
    assertThat(again).singleElement().matches(r -> r.sentence().zh().contains("2027"), "names the end of the bar");
    assertThat(asTenant(() -> findings.affected(cast.actor("jiangyuan")))).as("a running contract is shown").hasSize(1);
    assertThat(redemptions(RedemptionState.WITHHELD)).isEqualTo(1);
  }

  @Test
  void contracts_redemptions_and_payouts_stand_at_every_stage() {
    assertThat(asTenant(() -> contracts.runningOf(cast.party("xinghan")))).anyMatch(c -> c.state() == ContractState.DELIVERED);
    assertThat(redemptions(RedemptionState.IN_REVIEW)).isPositive();
    assertThat(redemptions(RedemptionState.ON_NOTICE)).isPositive();
    assertThat(redemptions(RedemptionState.PAID)).isEqualTo(3);
    assertThat(asTenant(() -> payouts.payables(cast.actor("finance.zheng"), PayableState.BOUNCED))).hasSize(1);
  }

  @Test
  void GYV_6_1_a_newcomer_waits_to_be_authenticated_and_can_claim_nothing_yet() {
    Actor newcomer = asTenant(() -> cast.actor("qihang"));
    assertThat(asTenant(() -> parties.get(newcomer.partyOrThrow())).isVerified()).isFalse();
    assertThat(asTenant(() -> offers.of(newcomer))).isNotEmpty().noneMatch(Offer::isOpen);
    assertThat(asTenant(() -> offers.of(cast.actor("lvxing")))).anyMatch(Offer::isOpen);
  }

  private int redemptions(RedemptionState state) {
    return asTenant(() -> redemptions.list(cast.actor("audit.han"), state, null)).size();
  }
}
