package org.zhuqi.platform.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.documents.RealFiles;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.DayTurn;
import org.zhuqi.platform.time.MovableClock;

/** From the empty form to the public register and out of it again, as people do it, at both widths. */
class AdmissionBrowserTests extends SignedInBrowserTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 9, 2);
  private static final List<String> PAPERS = List.of("qualification", "social_insurance", "audited_accounts", "way_proof");
  @Autowired MovableClock clock;
  @Autowired DayTurn days;
  private String login;
  private String reviewer;
  private String decider;
  private String operator;
  private String name;

  @BeforeEach
  void people() {
    on(MONDAY);
    login = institution();
    reviewer = official(Role.CENTRE, "GUIYANG");
    decider = official(Role.CENTRE, "GUIYANG");
    operator = official(Role.ADMIN);
    asTenant(() -> parties.verify(actor(reviewer), actor(login).partyOrThrow(), true, "证照齐全").orThrow());
    name = asTenant(() -> parties.get(actor(login).partyOrThrow()).name());
  }

  @AfterEach
  void clockBack() {
    on(MONDAY);
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")));
    asTenant(() -> days.run());
  }

  private void look(Page page, String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    photograph(page, "registers-" + name);
    assertAccessible(page);
  }

  private static void send(Page page, String button) {
    page.locator("main button[type=submit]", new Page.LocatorOptions().setHasText(button)).first().click();
    page.waitForLoadState();
    page.locator(".zq-said, .zq-refusals").first().waitFor();
  }

  private static void fact(Page page, String name, String value) {
    Locator radio = page.locator("input[type=radio][name='fact." + name + "'][value='" + value + "']");
    if (radio.count() > 0) radio.check();
    else page.locator("input[name='fact." + name + "']").fill(value);
  }

  private void fill(Page page) {
    fact(page, "applicant.professional_capacity", "true");
    fact(page, "applicant.fixed_premises", "true");
    fact(page, "applicant.staff", "8");
    for (String paper : PAPERS) upload(page, paper);
  }

  private void upload(Page page, String paper) {
    Locator issued = page.locator("input[name='issued.paper." + paper + "']");
    if (issued.count() > 0) issued.fill(LocalDate.now(clock).minusDays(10).toString());
    Locator file = page.locator("input[name='file.paper." + paper + "']");
    file.setInputFiles(new FilePayload(paper + ".pdf", "application/pdf", RealFiles.pdf(paper + System.nanoTime())));
    page.locator("input[name='paper." + paper + "']:checked").first().waitFor();
  }

  /** Applies with everything that is asked, and returns the page of the receipt. */
  private Page applied() {
    Page page = signedIn(desk(), login, "/registers/mine");
    look(page, "mine-empty");
    page.locator("main button", new Page.LocatorOptions().setHasText("申请入驻")).click();
    page.waitForURL(u -> u.contains("/registers/applications/"));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    look(page, "form-empty");
    fill(page);
    page.locator("#progress", new Page.LocatorOptions().setHasText("可以提交了")).waitFor();
    look(page, "form-full");
    page.reload();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("input[name='fact.applicant.staff']").inputValue()).as("saved by itself").isEqualTo("8");
    assertThat(page.locator("input[name='paper.way_proof']:checked").count()).as("the papers too").isEqualTo(1);
    page.locator("button", new Page.LocatorOptions().setHasText("核对并提交")).click();
    page.waitForURL(u -> u.endsWith("/answers"));
    look(page, "answers");
    send(page, "提交申请");
    assertThat(page.locator(".zq-refusals").textContent()).contains("承诺");
    look(page, "answers-refused");
    page.locator("input[name=declared]").check();
    send(page, "提交申请");
    assertThat(page.locator("main").textContent()).contains("BJ-2024-");
    look(page, "receipt");
    return page;
  }

  private Page opened(String who) {
    Page page = signedIn(desk(), who, "/inbox?q=" + name);
    page.locator(".zq-stretch").first().click();
    page.waitForURL(u -> u.contains("/cases/"));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return page;
  }

  @Test
  void GYI_5_from_the_empty_form_over_a_missing_paper_to_the_public_register() {
    Page applicant = applied();
    Page office = signedIn(desk(), reviewer, "/inbox?q=" + name);
    look(office, "inbox");
    office = opened(reviewer);
    look(office, "case-review");
    office.locator("summary", new Page.LocatorOptions().setHasText("退回补正")).click();
    office.locator("input[name=missing][value=social_insurance]").check();
    office.locator("input[name='note.social_insurance']").fill("缺 8 月份");
    office.locator("form[action$='/send-back'] button[type=submit]").click();
    office.locator(".zq-said").waitFor();

    applicant.navigate(url("/registers/mine"));
    assertThat(applicant.locator("main").textContent()).contains("缺 8 月份");
    look(applicant, "mine-sent-back");
    applicant.locator("a", new Page.LocatorOptions().setHasText("去补正")).click();
    applicant.waitForLoadState(LoadState.NETWORKIDLE);
    upload(applicant, "social_insurance");
    applicant.locator("button", new Page.LocatorOptions().setHasText("核对并提交")).click();
    applicant.waitForURL(u -> u.endsWith("/answers"));
    applicant.locator("input[name=declared]").check();
    send(applicant, "提交申请");

    Page again = opened(reviewer);
    again.locator("a", new Page.LocatorOptions().setHasText("核对填报内容")).click();
    again.waitForLoadState(LoadState.NETWORKIDLE);
    look(again, "check");
    send(again, "保存核对结果");
    again.locator("button[value=PASS]").click();
    again.locator(".zq-refusals").waitFor();
    assertThat(again.locator(".zq-refusals").textContent()).contains("必填");
    look(again, "case-no-reason");
    again.locator("textarea[name=reason]").fill("材料齐全，符合第三条第一项");
    again.locator("button[value=PASS]").click();
    again.locator(".zq-said").waitFor();

    Page second = opened(decider);
    second.locator("textarea[name=reason]").fill("同意入驻");
    second.locator("button[value=PASS]").click();
    second.locator(".zq-said").waitFor();
    second.navigate(url("/registers/GYI/admission/publish"));
    look(second, "publish");
    second.locator("input[name=id]").all().forEach(Locator::uncheck);
    second.locator("label", new Page.LocatorOptions().setHasText(name)).locator("input").check();
    second.locator("main form button[type=submit]").click();
    second.locator("[data-dialog-yes]").click();
    second.waitForURL(u -> u.contains("/notices/"));
    assertThat(second.locator("main").textContent()).contains(name).contains("第三条第一项");
    String notice = second.url();

    Page anybody = phone();
    anybody.navigate(notice);
    look(anybody, "notice-phone");
    anybody.locator("a", new Page.LocatorOptions().setHasText("对此行提出异议")).click();
    anybody.waitForLoadState();
    anybody.locator("input[name=name]").fill("李四");
    send(anybody, "提交异议");
    assertThat(anybody.locator(".zq-refusals").textContent()).contains("电话或电子邮箱");
    look(anybody, "objection-refused-phone");
    anybody.locator("input[name=contact]").fill("13900001234");
    anybody.locator("textarea[name=grounds]").fill("社保人数与实际不符");
    send(anybody, "提交异议");
    assertThat(anybody.locator("main").textContent()).contains("有异议，暂缓").doesNotContain("13900001234").doesNotContain("社保人数与实际不符");

    second.navigate(notice + "/objections");
    assertThat(second.locator("main").textContent()).contains("13900001234");
    look(second, "objections");
    second.locator("input[value=REJECTED]").check();
    second.locator("textarea[name=answer]").fill("经核对社保缴纳明细，人数属实");
    send(second, "答复并公布");

    on(LocalDate.of(2024, 9, 10));
    anybody.navigate(url("/registers/GYI/admission?q=" + name));
    assertThat(anybody.locator("main").textContent()).contains(name);
    look(anybody, "list-phone");
    anybody.locator(".zq-stretch").first().click();
    anybody.waitForURL(u -> u.contains("/registers/entries/"));
    look(anybody, "entry-phone");
    applicant.navigate(url("/registers/mine"));
    assertThat(applicant.locator("main").textContent()).contains("ML-2024-").contains("今年不需要提交年度材料");
    look(applicant, "mine-entered");
    yearlyAndRemoval(anybody.url());
  }

  /** A year later: hidden, filed, shown again; then removed after a hearing. */
  private void yearlyAndRemoval(String entry) {
    on(LocalDate.of(2025, 5, 6));
    Page visitor = desk();
    visitor.navigate(url("/registers/GYI/admission?q=" + name));
    assertThat(visitor.locator("main").textContent()).doesNotContain("ML-2024-");
    Page office = signedIn(desk(), reviewer, "/registers/GYI/admission/late");
    assertThat(office.locator("main").textContent()).contains(name);
    look(office, "late");
    Page own = signedIn(phone(), login, "/registers/mine");
    look(own, "mine-hidden-phone");
    own.navigate(entry + "/yearly");
    own.waitForLoadState(LoadState.NETWORKIDLE);
    send(own, "提交年度材料");
    assertThat(own.locator(".zq-refusals li").count()).isEqualTo(2);
    look(own, "yearly-refused-phone");
    for (String paper : List.of("social_insurance", "audited_accounts")) upload(own, paper);
    send(own, "提交年度材料");
    look(own, "yearly-filed-phone");
    visitor.reload();
    assertThat(visitor.locator("main").textContent()).contains("ML-2024-");

    office.navigate(url("/registers/GYI/admission/filings?q=" + name));
    look(office, "filings");
    office.locator(".zq-stretch").first().click();
    office.waitForURL(u -> u.contains("/registers/filings/"));
    send(office, "退回重交");
    assertThat(office.locator(".zq-refusals").textContent()).contains("一次写明");
    look(office, "filing-refused");
    send(office, "核阅无误");
    look(office, "filing-checked");

    office.navigate(entry + "/removal");
    office.waitForLoadState(LoadState.NETWORKIDLE);
    look(office, "removal-form");
    office.locator("input[value=false_materials]").check();
    office.locator("textarea[name=facts]").fill("三份检测报告系伪造");
    office.locator("input[name='file.evidence']").setInputFiles(new FilePayload("核查.pdf", "application/pdf", RealFiles.pdf("evidence")));
    office.locator("input[name=evidence]:checked").waitFor();
    send(office, "提出并告知机构");
    String removal = office.url();
    look(office, "removal-proposed");
    own.navigate(url("/desk"));
    assertThat(own.locator("main").textContent()).contains("陈述申辩");
    look(own, "removal-on-desk-phone");
    own.navigate(removal);
    own.locator("textarea[name=statement]").fill("系员工个人行为，已辞退");
    send(own, "提交陈述申辩");
    look(own, "removal-heard-phone");
    Page other = signedIn(desk(), decider, "/inbox?q=" + name);
    assertThat(other.locator("main tbody").textContent()).contains("清退决定").contains("还剩");
    look(other, "inbox-removal");
    other.locator(".zq-stretch").first().click();
    other.waitForURL(removal);
    other.locator("textarea[name=grounds]").fill("伪造报告属实，申辩不成立");
    other.locator("button[value=REMOVE]").click();
    other.locator("[data-dialog-yes]").click();
    other.locator(".zq-said").waitFor();
    assertThat(other.locator("textarea[name=receipt]").count()).as("the operator's").isZero();
    for (Page at : List.of(phone(), desk())) {
      Page operator = signedIn(at, this.operator, "/inbox?q=" + name);
      assertThat(operator.locator("main tbody").textContent()).contains("执行清退");
      look(operator, "inbox-operator-" + operator.viewportSize().width);
      other = operator;
    }
    other.locator(".zq-stretch").first().click();
    other.waitForURL(removal);
    other.locator("textarea[name=receipt]").fill("平台已停止展示并关闭权限");
    send(other, "登记执行");
    assertThat(other.locator("main").textContent()).contains("2028-05-06");
    look(other, "removal-done");
    visitor.navigate(url("/registers/GYI/admission/removed?q=" + name));
    assertThat(visitor.locator("main").textContent()).contains(name);
    visitor.navigate(entry);
    look(visitor, "entry-removed");
    own.navigate(url("/registers/mine"));
    assertThat(own.locator("main").textContent()).contains("2028-05-06");
    look(own, "mine-barred-phone");
  }

  @Test
  void several_are_decided_at_once_each_with_its_own_reason() {
    applied();
    Page office = signedIn(desk(), reviewer, "/inbox?q=" + name);
    office.locator("[data-choose]").first().check();
    office.locator("button", new Page.LocatorOptions().setHasText("批量办理")).click();
    office.locator("input[value=PASS]").first().waitFor();
    look(office, "bulk");
    office.locator("input[value=PASS]").first().check();
    office.locator("main form button[type=submit]").click();
    office.locator(".zq-refusals").waitFor();
    assertThat(office.locator("main").textContent()).contains("没有办成").contains("请写明理由");
    look(office, "bulk-refused");
    assertThat(office.locator("input[value=PASS]").first().isChecked()).as("what was chosen stays").isTrue();
    office.locator("main input[name^='reason.']").first().fill("材料齐全");
    office.locator("main form button[type=submit]").click();
    office.locator(".zq-said").waitFor();
    assertThat(office.locator(".zq-said").textContent()).contains("已办理 1 件");
  }

  @Test
  void GYI_5_4_leaving_is_asked_for_by_the_institution_and_decided_with_a_reason() {
    applied();
    for (String who : List.of(reviewer, decider)) {
      Page office = opened(who);
      office.locator("textarea[name=reason]").fill("符合条件");
      office.locator("button[value=PASS]").click();
      office.locator(".zq-said").waitFor();
    }
    Page office = signedIn(desk(), decider, "/registers/GYI/admission/publish");
    office.locator("main form button[type=submit]").click();
    office.locator("[data-dialog-yes]").click();
    office.waitForURL(u -> u.contains("/notices/"));
    on(LocalDate.of(2024, 9, 10));
    Page own = signedIn(desk(), login, "/registers/mine");
    own.locator("a", new Page.LocatorOptions().setHasText("申请退出")).click();
    own.waitForURL(u -> u.endsWith("/exit"));
    own.locator("textarea[name=reason]").fill("业务调整");
    look(own, "exit");
    own.locator("main form button[type=submit]").first().click();
    own.locator("[data-dialog-yes]").click();
    own.locator(".zq-said").waitFor();
    Page desk = signedIn(desk(), reviewer, "/inbox?q=" + name);
    assertThat(desk.locator("main tbody").textContent()).contains("退出决定").contains("还剩 10 个工作日");
    desk.locator(".zq-stretch").first().click();
    desk.waitForURL(u -> u.contains("/registers/exits#TC-"));
    Locator mine = desk.locator(".zq-card", new Page.LocatorOptions().setHasText(name));
    mine.locator("textarea[name=grounds]").fill("服务均已完成");
    look(desk, "exits");
    mine.locator("button[value=GRANT]").click();
    desk.locator(".zq-said").waitFor();
    own.navigate(url("/registers/mine"));
    assertThat(own.locator("main").textContent()).contains("已退出");
  }
}
