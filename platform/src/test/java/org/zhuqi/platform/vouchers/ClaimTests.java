package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.parties.ChangeParty;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Refusal;

class ClaimTests extends VoucherWorld {
  @Autowired Decisions decisions;
  @Autowired AuditTrail audit;
  @Autowired Offers offers;

  private static List<String> codes(ClaimAnswer a) {
    return a.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> provisions(ClaimAnswer a) {
    return a.refusals().stream().map(Refusal::provision).distinct().toList();
  }

  @Test
  void GYV_9_1_an_eligible_holder_has_its_voucher_at_once_with_money_decision_and_record() {
    UUID batch = batch("10000");
    Actor holder = holder();
    ClaimAnswer answer = claim(holder, batch, "3000");
    assertThat(answer.kind()).as("%s", answer.refusals()).isEqualTo(ClaimAnswer.Kind.GRANTED);
    assertThat(answer.number()).startsWith("ZQ-");
    Voucher voucher = asTenant(() -> vouchers.get(answer.voucher()));
    assertThat(voucher.free()).isEqualTo(yuan("3000"));
    assertThat(voucher.holder()).isEqualTo(holder.party());
    assertThat(issued(batch)).isEqualTo(yuan("3000"));
    var position = inTransaction(() -> ledger.position(voucher.line()));
    assertThat(position.held()).isEqualTo(yuan("3000"));
    assertThat(position.balances()).isTrue();
    var kept = asTenant(() -> decisions.get(answer.decision()));
    assertThat(kept.decision().granted()).isTrue();
    assertThat(kept.subject()).isEqualTo(answer.claim());
    assertThat(asTenant(() -> audit.of(answer.claim()))).hasSize(1);
    assertThat(asTenant(() -> decisions.replay(answer.decision())).differences()).isEmpty();
  }

  @Test
  void GYV_9_1_first_come_first_served_and_never_more_than_the_batch() {
    UUID batch = batch("5000");
    assertThat(claim(holder(), batch, "3000").isGranted()).isTrue();
    ClaimAnswer late = claim(holder(), batch, "2000.01");
    assertThat(codes(late)).containsExactly("claim_left");
    assertThat(provisions(late)).containsExactly("GYV-9-1");
    assertThat(late.refusals().getFirst().remedy().zh()).contains("2,000.00");
    assertThat(claim(holder(), batch, "2000").isGranted()).isTrue();
    assertThat(claim(holder(), batch, "0.01").isGranted()).isFalse();
    assertThat(issued(batch)).isEqualTo(yuan("5000"));
  }

  @Test
  void GYV_5_1_a_batch_goes_to_holders_of_its_own_funders_place() {
    UUID guian = batch(guianBureau, line(guianBureau, guianFinance, "5000"), "5000", guide().build());
    ClaimAnswer fromGuiyang = claim(holder(), guian, "1000");
    assertThat(provisions(fromGuiyang)).containsExactly("GYV-5-1");
    RegisterParty there = PartyFixtures.enterprise(code(), "贵安企业", "GUIAN", "equipment", java.time.LocalDate.of(2015, 1, 1), "13800000000");
    assertThat(claim(holder(there), guian, "1000").isGranted()).isTrue();
  }

  @Test
  void GYV_6_1_a_refusal_names_every_failed_condition() {
    UUID batch = batch("5000");
    RegisterParty wrong =
        PartyFixtures.unqualified(
            PartyFixtures.enterprise(code(), "外地贸易公司", "ELSEWHERE", "other", java.time.LocalDate.of(2015, 1, 1), "13800000000"));
    ClaimAnswer answer = claim(holder(wrong), batch, "1000");
    assertThat(codes(answer)).contains("claim_area", "claim_legal_person", "claim_tax", "claim_industry");
    assertThat(provisions(answer)).contains("GYV-6-1");
    assertThat(answer.refusals()).allSatisfy(r -> assertThat(r.sentence().en()).isNotBlank());
    assertThat(asTenant(() -> decisions.get(answer.decision())).decision().granted()).isFalse();
    assertThat(claim(holder(), batch, "1000").isGranted()).isTrue();
  }

  @Test
  void GYV_6_1_an_enterprise_that_nobody_has_authenticated_gets_nothing_whatever_it_states() {
    UUID batch = batch("5000");
    Actor newcomer = newcomer(enterprise());
    unauthenticated(claim(newcomer, batch, "1000"));
    asTenant(() -> PartyFixtures.authenticated(parties, newcomer.partyOrThrow()));
    assertThat(claim(newcomer, batch, "1000").isGranted()).isTrue();
    asTenant(() -> parties.unverify(PartyFixtures.office("520115"), newcomer.partyOrThrow(), "营业执照已吊销")).orThrow();
    unauthenticated(claim(newcomer, batch, "1000"));
    assertThat(issued(batch)).isEqualTo(yuan("1000"));
  }

  private static void unauthenticated(ClaimAnswer answer) {
    assertThat(codes(answer)).containsExactly("claim_area", "claim_legal_person", "claim_tax", "claim_industry");
    assertThat(provisions(answer)).containsExactly("GYV-6-1");
    assertThat(answer.refusals()).allSatisfy(r -> assertThat(r.remedy().zh()).contains("认证"));
  }

  @Test
  void GYV_6_1_a_no_of_the_office_on_tax_is_not_undone_by_the_enterprise_itself() {
    UUID batch = batch("5000");
    Actor holder = newcomer(enterprise());
    UUID party = holder.partyOrThrow();
    asTenant(() -> parties.verify(PartyFixtures.office("520115"), party, false, "有欠税")).orThrow();
    assertThat(codes(claim(holder, batch, "1000"))).containsExactly("claim_tax");
    Party now = asTenant(() -> parties.get(party));
    ChangeParty paysItsTax =
        new ChangeParty(now.version(), now.name(), now.kinds(), now.area(), now.foundedOn(), now.industry(), true, true,
            now.contactName(), now.phone(), now.email(), now.address());
    asTenant(() -> parties.change(holder, party, paysItsTax)).orThrow();
    unauthenticated(claim(holder, batch, "1000"));
  }

  @Test
  void GYV_6_2_a_project_owner_needs_a_project_that_the_office_has_found_filed() {
    UUID batch = batch("50000");
    assertThat(claim(holder(projectOwner()), batch, "1000").isGranted()).isTrue();

    Actor owner = newcomer(projectOwner());
    UUID party = owner.partyOrThrow();
    Actor office = PartyFixtures.office("520115");
    asTenant(() -> parties.verify(office, party, true, "证照齐全")).orThrow();
    ClaimAnswer unchecked = claim(owner, batch, "1000");
    assertThat(codes(unchecked)).containsExactly("claim_project_filed");
    assertThat(unchecked.refusals().getFirst().remedy().zh()).contains("核对项目备案");

    UUID project = asTenant(() -> parties.projects(party)).getFirst().id();
    asTenant(() -> parties.projectChecked(office, party, project, false, "平台查无")).orThrow();
    ClaimAnswer unfiled = claim(owner, batch, "1000");
    assertThat(codes(unfiled)).containsExactly("claim_project_filed");
    assertThat(provisions(unfiled)).containsExactly("GYV-6-2");
    asTenant(() -> parties.projectChecked(office, party, project, true, "平台可查")).orThrow();
    assertThat(claim(owner, batch, "1000").isGranted()).isTrue();
  }

  @Test
  void GYV_7_1_vouchers_come_only_from_an_open_batch_in_amounts_of_its_guide() {
    UUID faces = batch("50000", g -> g.faces(List.of(yuan("1000"), yuan("5000"))));
    ClaimAnswer other = claim(holder(), faces, "1200");
    assertThat(codes(other)).contains("claim_guide_faces", "claim_amount");
    assertThat(provisions(other)).containsExactly("GYV-7-1");
    assertThat(claim(holder(), faces, "5000").isGranted()).isTrue();

    UUID capped = batch("50000", g -> g.capPerClaim(yuan("2000")).capPerHolding(yuan("3000")));
    Actor holder = holder();
    assertThat(codes(claim(holder, capped, "2000.01"))).contains("claim_guide_per_claim");
    assertThat(claim(holder, capped, "2000").isGranted()).isTrue();
    assertThat(codes(claim(holder, capped, "1000.01"))).contains("claim_guide_per_holding");
    assertThat(claim(holder, capped, "1000").isGranted()).isTrue();

    LocalDateTime now = LocalDateTime.now(clock);
    UUID later = batch(bureau, line("5000"), "5000", guide().build(), now.plusMinutes(10), now.plusDays(1));
    assertThat(codes(claim(holder(), later, "1000"))).containsExactly("claim_open");
    assertThat(codes(claim(holder(), UUID.randomUUID(), "1000"))).containsExactly("batch_unknown");
  }

  @Test
  void GYV_7_1_a_batch_for_so_many_holders_has_no_place_for_one_more() {
    UUID batch = batch("50000", g -> g.holders(2));
    Actor first = holder();
    assertThat(claim(first, batch, "1000").isGranted()).isTrue();
    assertThat(claim(holder(), batch, "1000").isGranted()).isTrue();
    assertThat(codes(claim(holder(), batch, "1000"))).contains("claim_guide_holders");
    assertThat(claim(first, batch, "1000").isGranted()).as("a holder that is in has its place").isTrue();
  }

  @Test
  void GYV_7_1_pots_per_category_are_kept_apart() {
    UUID batch =
        batch(
            "5000",
            g -> g.pots(Map.of("digital", yuan("3000"), "testing", yuan("2000"))).categories(Set.of("digital", "testing")));
    assertThat(codes(claim(holder(), batch, "1000"))).contains("claim_guide_category");
    Actor holder = holder();
    ClaimAnswer much = asTenant(() -> desk.claim(holder, new Ask(batch, yuan("2000.01"), "testing", null, "a")));
    assertThat(codes(much)).containsExactly("claim_left");
    ClaimAnswer fits = asTenant(() -> desk.claim(holder, new Ask(batch, yuan("2000"), "testing", null, "b")));
    assertThat(asTenant(() -> vouchers.get(fits.voucher())).category()).isEqualTo("testing");
  }

  @Test
  void GYV_7_2_refuses_the_claim_that_passes_five_million_over_all_batches_of_both_funders() {
    Actor holder = holder();
    UUID first = batch("4000000");
    UUID second = batch("4000000");
    assertThat(claim(holder, first, "4000000").isGranted()).isTrue();
    ClaimAnswer over = claim(holder, second, "1000000.01");
    assertThat(provisions(over)).containsExactly("GYV-7-2");
    assertThat(over.refusals().getFirst().sentence().zh())
        .isEqualTo("上限 5,000,000.00 元，已用 4,000,000.00 元，余额 1,000,000.00 元，本次 1,000,000.01 元 超过余额。");
    assertThat(over.refusals().getFirst().remedy().zh()).contains("1,000,000.00");
    assertThat(claim(holder, second, "1000000").isGranted()).as("to the fen").isTrue();
    assertThat(provisions(claim(holder, second, "0.01"))).containsExactly("GYV-7-2");
  }

  @Test
  void GYV_7_2_the_ceiling_counts_both_funders_together() {
    Actor guianHolder =
        holder(PartyFixtures.enterprise(code(), "贵安企业", "GUIAN", "equipment", java.time.LocalDate.of(2015, 1, 1), "13800000000"));
    UUID guian = batch(guianBureau, line(guianBureau, guianFinance, "5000000"), "5000000", guide().build());
    assertThat(claim(guianHolder, guian, "4500000").isGranted()).isTrue();
    // It moves to Guiyang: another funder, the same year, the same ceiling.
    inTransaction(() -> jdbc.sql("update party set area = '520115' where id = ?").param(guianHolder.party()).update());
    UUID guiyang = batch("1000000");
    ClaimAnswer over = claim(guianHolder, guiyang, "500000.01");
    assertThat(provisions(over)).containsExactly("GYV-7-2");
    assertThat(over.refusals().getFirst().sentence().zh()).contains("已用 4,500,000.00 元，余额 500,000.00 元");
    assertThat(claim(guianHolder, guiyang, "499999.99").isGranted()).as("a fen below").isTrue();
    assertThat(claim(guianHolder, guiyang, "0.01").isGranted()).as("exactly").isTrue();
  }

  @Test
  void GYV_7_3_a_project_owner_gets_two_hundred_thousand_a_year() {
    Actor owner = holder(projectOwner());
    UUID batch = batch("900000");
    assertThat(claim(owner, batch, "150000").isGranted()).isTrue();
    ClaimAnswer over = claim(owner, batch, "50000.01");
    assertThat(provisions(over)).containsExactly("GYV-7-3");
    assertThat(over.refusals().getFirst().sentence().zh())
        .isEqualTo("上限 200,000.00 元，已用 150,000.00 元，余额 50,000.00 元，本次 50,000.01 元 超过余额。");
    assertThat(claim(owner, batch, "49999.99").isGranted()).as("a fen below").isTrue();
    assertThat(claim(owner, batch, "0.01").isGranted()).as("exactly").isTrue();
    assertThat(provisions(claim(owner, batch, "0.01"))).as("a fen above").containsExactly("GYV-7-3");
  }

  @Test
  void GYV_7_3_per_project_where_the_guide_says_so_and_over_all_projects_where_it_does_not() {
    Actor owner = holder(projectOwner());
    UUID first = asTenant(() -> parties.projects(owner.partyOrThrow())).getFirst().id();
    UUID second = secondProject(owner, "520115");
    UUID perProject = batch("900000", g -> g.ownerLimitPerProject(true));
    assertThat(claimFor(owner, perProject, first, "200000").isGranted()).isTrue();
    ClaimAnswer over = claimFor(owner, perProject, first, "0.01");
    assertThat(provisions(over)).containsExactly("GYV-7-3");
    assertThat(claimFor(owner, perProject, second, "150000").isGranted()).as("another project has a ceiling of its own").isTrue();
    assertThat(provisions(claimFor(owner, perProject, second, "50000.01"))).containsExactly("GYV-7-3");

    UUID perOwner = batch("900000");
    ClaimAnswer inAll = claimFor(owner, perOwner, second, "0.01");
    assertThat(provisions(inAll)).as("both projects' vouchers count together").containsExactly("GYV-7-3");
    assertThat(inAll.refusals().getFirst().sentence().zh()).contains("已用 350,000.00 元");
    assertThat(claimFor(owner, perProject, second, "50000").isGranted()).as("to the fen").isTrue();
  }

  @Test
  void GYV_7_3_what_an_owner_received_of_a_batch_counted_per_owner_counts_for_its_project_too() {
    Actor owner = holder(projectOwner());
    UUID first = asTenant(() -> parties.projects(owner.partyOrThrow())).getFirst().id();
    assertThat(claim(owner, batch("900000"), "120000").isGranted()).as("the one project there is need not be named").isTrue();
    UUID perProject = batch("900000", g -> g.ownerLimitPerProject(true));
    assertThat(provisions(claimFor(owner, perProject, first, "80000.01"))).containsExactly("GYV-7-3");
    assertThat(claimFor(owner, perProject, first, "80000").isGranted()).isTrue();
  }

  @Test
  void GYV_5_1_a_claim_for_a_project_goes_where_that_project_stands() {
    Actor owner = holder(projectOwner());
    UUID there = secondProject(owner, "GUIAN");
    UUID guiyang = batch("5000");
    UUID guian = batch(guianBureau, line(guianBureau, guianFinance, "5000"), "5000", guide().build());
    assertThat(provisions(claimFor(owner, guiyang, there, "1000"))).containsExactly("GYV-5-1");
    assertThat(claimFor(owner, guian, there, "1000").isGranted()).isTrue();
    assertThat(asTenant(() -> offers.of(owner)))
        .filteredOn(o -> o.batch().id().equals(guian))
        .extracting(o -> o.project().area() + o.isOpen())
        .containsExactlyInAnyOrder("GUIANtrue", "520115false");
    ClaimAnswer strange = claimFor(holder(projectOwner()), guian, there, "1000");
    assertThat(provisions(strange)).as("somebody else's project").containsExactly("GYV-6-2");
  }

  private UUID secondProject(Actor owner, String area) {
    UUID id =
        asTenant(() -> parties.addProject(owner, owner.partyOrThrow(), PartyFixtures.projectCode(), "二期项目", area)).orThrow();
    asTenant(() -> parties.projectChecked(PartyFixtures.office(area), owner.partyOrThrow(), id, true, "平台可查")).orThrow();
    return id;
  }

  private ClaimAnswer claimFor(Actor by, UUID batch, UUID project, String amount) {
    return asTenant(() -> desk.claim(by, new Ask(batch, yuan(amount), "", project, Ids.next().toString())));
  }

  @Test
  void GYV_9_1_the_same_key_gives_the_same_answer_and_one_effect_and_another_body_is_refused() {
    UUID batch = batch("10000");
    Actor holder = holder();
    ClaimAnswer first = claim(holder, batch, "1000", "key-1");
    ClaimAnswer again = claim(holder, batch, "1000", "key-1");
    assertThat(again).isEqualTo(first);
    assertThat(issued(batch)).isEqualTo(yuan("1000"));
    assertThat(codes(claim(holder, batch, "1001", "key-1"))).containsExactly("idempotency_key_reused");
    assertThat(claim(holder(), batch, "1001", "key-1").isGranted()).as("keys are the holder's own").isTrue();
    ClaimAnswer refused = claim(holder, batch, "99999", "key-2");
    assertThat(claim(holder, batch, "99999", "key-2")).isEqualTo(refused);
  }

  @Test
  void only_an_enterprise_claims_and_never_inside_a_transaction() {
    UUID batch = batch("10000");
    assertThatThrownBy(() -> claim(bureau, batch, "1000")).isInstanceOf(ForbiddenException.class);
    Actor holder = holder();
    assertThatThrownBy(() -> inTransaction(() -> desk.claim(holder, batch, yuan("1"), "k")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void GYV_4_1_a_batch_needs_its_plan_its_guide_and_a_confirmed_budget() {
    LocalDateTime now = LocalDateTime.now(clock);
    UUID line = line("1000");
    PlanBatch bare =
        new PlanBatch(
            line, new org.zhuqi.measures.Text("批次", "Batch"), yuan("1000.01"), guide().build(), now, now.plusDays(1), null, null);
    UUID draft = asTenant(() -> batches.plan(bureau, bare).orThrow());
    var refused = asTenant(() -> batches.open(bureau, draft));
    assertThat(refused.refusals().stream().map(Refusal::code))
        .containsExactlyInAnyOrder("batch_paper_missing", "batch_paper_missing", "budget_exceeded");
    assertThat(refused.refusals().stream().map(Refusal::provision)).contains("GYV-4-1");
    assertThat(codes(claim(holder(), draft, "1"))).containsExactly("batch_unknown");
  }

  @Test
  void GYV_4_1_last_years_budget_pays_no_batch_of_this_year() {
    LocalDateTime now = LocalDateTime.now(clock);
    UUID past =
        asTenant(() -> budgets.confirm(finance, budgets.plan(bureau, new PlanBudget("GYV", GUIYANG, now.getYear() - 7, yuan("1000"), "往年批复")).orThrow()).orThrow());
    var refused = asTenant(() -> batches.plan(bureau, plan(past, now)));
    assertThat(refused.refusals()).extracting(Refusal::code, Refusal::provision).containsExactly(tuple("budget_of_past_year", "GYV-4-1"));
    assertThat(asTenant(() -> batches.plan(bureau, plan(line("1000"), now))).isDone()).isTrue();
  }

  private static PlanBatch plan(UUID line, LocalDateTime opens) {
    return new PlanBatch(line, new org.zhuqi.measures.Text("批次", "Batch"), yuan("1000"), guide().build(), opens, opens.plusDays(1), null, null);
  }

  @Test
  void GYV_4_2_finance_confirms_and_changes_are_new_transfers() {
    UUID line = line("1000");
    UUID batch = batch(bureau, line, "600", guide().build());
    int year = asTenant(() -> budgets.lines(finance)).stream().filter(l -> l.line().id().equals(line)).findFirst().orElseThrow().line().year();
    UUID less = asTenant(() -> budgets.plan(bureau, new PlanBudget("GYV", GUIYANG, year, yuan("599.99"), "调减")).orThrow());
    assertThat(asTenant(() -> budgets.confirm(finance, less)).refusals().getFirst().code()).isEqualTo("budget_below_used");
    asTenant(() -> budgets.refuse(finance, less, "低于已安排")).orThrow();
    UUID more = asTenant(() -> budgets.plan(bureau, new PlanBudget("GYV", GUIYANG, year, yuan("1500"), "追加")).orThrow());
    assertThatThrownBy(() -> asTenant(() -> budgets.confirm(bureau, more))).isInstanceOf(ForbiddenException.class);
    asTenant(() -> budgets.confirm(finance, more)).orThrow();
    assertThat(inTransaction(() -> ledger.position(line)).budget()).isEqualTo(yuan("1500"));
    assertThat(inTransaction(() -> ledger.position(line)).unissued()).isEqualTo(yuan("1500"));
    asTenant(() -> batches.close(bureau, batch, "测试")).orThrow();
    assertThat(inTransaction(() -> batches.get(batch)).left()).isEqualTo(Money.ZERO);
    assertThat(inTransaction(() -> ledger.position(line)).balances()).isTrue();
  }
}
