package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.DemoPersonas;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.parties.CreditCode;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyClass;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** The invented people and firms of the demo, and the accounts by which the sign-in page lets one be them. */
class Cast implements DemoPersonas {
  private static final Set<String> BOTH = Set.of("GUIYANG", "GUIAN");
  private static final Set<String> GUIYANG = Set.of("GUIYANG");
  private static final Set<String> GUIAN = Set.of("GUIAN");

  private record Official(String login, String name, Role role, String agency, Set<String> funders, Text story) {}

  /** @param industry null for institutions and project owners; @param project null for all but project owners */
  private record Firm(
      String login, String name, PartyKind kind, String area, @Nullable String industry, @Nullable String project, LocalDate founded,
      Text story) {}

  private static final List<Official> OFFICIALS =
      List.of(
          official("admin", "管示例", Role.ADMIN, "CENTRE", BOTH, "账号、日历和系统状态", "accounts, calendars, state of the system"),
          official("centre.lin", "林示例", Role.CENTRE, "CENTRE", BOTH, "服务中心审核岗：审核、补正", "reviews applications, sends back"),
          official("centre.he", "何示例", Role.CENTRE, "CENTRE", BOTH, "服务中心决定岗：决定、公示", "decides and publishes"),
          official("bureau.zhou", "周示例", Role.BUREAU, "GUIYANG_BUREAU", GUIYANG, "市主管部门：批次、审批", "plans batches, approves"),
          official("bureau.wu", "吴示例", Role.BUREAU, "GUIYANG_BUREAU", GUIYANG, "市主管部门：检查、处理", "inspects, decides findings"),
          official("bureau.feng", "冯示例", Role.BUREAU, "GUIAN_BUREAU", GUIAN, "新区主管部门", "Gui'an's bureau"),
          official("finance.zheng", "郑示例", Role.FINANCE, "GUIYANG_FINANCE", GUIYANG, "市财政：预算、拨付", "budget and payout"),
          official("finance.wang", "王示例", Role.FINANCE, "GUIYANG_FINANCE", GUIYANG, "市财政：复核拨付", "approves payouts"),
          official("finance.chen", "陈示例", Role.FINANCE, "GUIAN_FINANCE", GUIAN, "新区财政", "Gui'an's finance body"),
          official("finance.chu", "褚示例", Role.FINANCE, "GUIAN_FINANCE", GUIAN, "新区财政：复核拨付", "approves Gui'an's payouts"),
          official("review.jiang", "蒋示例", Role.REVIEWER, "REVIEW", BOTH, "第三方评审：兑现评审、抽查", "reviews redemptions, inspects"),
          official("review.shen", "沈示例", Role.REVIEWER, "REVIEW", BOTH, "第三方评审", "reviews redemptions"),
          official("audit.han", "韩示例", Role.AUDITOR, "SUPERVISION", BOTH, "审计监察：只读全部", "reads everything"));

  private static final Firm NEWCOMER =
      holder("qihang", "启航示例机器人有限公司", "520111", "equipment", "刚注册，尚未认证：看为什么还不能领券", "just registered, not authenticated: see why it cannot claim yet");

  private static final List<Firm> FIRMS =
      List.of(
          holder("yunlan", "云岚示例装备制造有限公司", "520115", "equipment", "已领券、签合同、评价", "has claimed, signed and rated"),
          holder("xinghan", "星汉示例电子有限公司", "GUIAN", "electronics", "新区企业，有成果待确认", "an enterprise of Gui'an; results to confirm"),
          holder("qinghe", "青禾示例食品有限公司", "520181", "food", "合同服务中", "a contract is in service"),
          holder("panshi", "磐石示例磷化有限公司", "520121", "phosphorus", "有一张即将到期的券；一笔兑现被停止", "holds a voucher that will lapse soon; a redemption was stopped"),
          holder("lvxing", "铝行示例材料有限公司", "520113", "aluminium", "还没有领券", "has not claimed yet"),
          holder("baicao", "百草示例制药有限公司", "520112", "health", "还没有领券", "has not claimed yet"),
          holder("shangmao", "尚茂示例商贸有限公司", "520102", "other", "行业不符，看不予发放的理由", "refused: see why"),
          new Firm("jiangyuan", "江原示例新能源项目有限公司", PartyKind.HOLDER_PROJECT, "520123", null, "2401-520123-04-01-000001",
              LocalDate.of(2021, 4, 6), new Text("工业项目主体，与被清退机构有在履行的合同", "project owner; a contract runs with a removed institution")),
          NEWCOMER,
          institution("mingheng", "明衡示例检测技术有限公司", "520115", "好评最多；一笔拨付被退票，待更正账户", "best rated; a payout bounced"),
          institution("zhiyuan", "知远示例管理咨询有限公司", "520103", "兑现办理中", "redemptions under way"),
          institution("huilian", "慧联示例数字科技有限公司", "GUIAN", "兑现公示中", "redemption on public notice"),
          institution("bolan", "博览示例标准化研究有限公司", "520111", "入驻公示中，有一条异议待答复", "admission on public notice, an objection open"),
          institution("ruifeng", "瑞丰示例认证服务有限公司", "520102", "材料待补正", "sent back for a missing paper"),
          institution("tongda", "通达示例人才服务有限公司", "520113", "等待审核", "waiting for review"),
          institution("qiming", "启明示例工业设计有限公司", "520123", "年度材料未交，已停止展示", "hidden: yearly papers not filed"),
          institution("hongtu", "宏图示例投资顾问有限公司", "520103", "弄虚作假被查处：部分追回、已清退，禁入期内不得再申请", "found out: partly recovered, removed and barred"),
          institution("xinrui", "新锐示例咨询有限公司", "520112", "刚注册，可从头申请", "just registered: apply from the beginning"),
          institution("hechuang", "禾创示例市场服务有限公司", "520102", "申请草稿，尚未提交", "a draft application, not handed in"));

  private final Accounts accounts;
  private final Parties parties;
  private final BankAccounts banks;
  private final Map<String, Actor> actors = new LinkedHashMap<>();

  Cast(Accounts accounts, Parties parties, BankAccounts banks) {
    this.accounts = accounts;
    this.parties = parties;
    this.banks = banks;
  }

  private static Official official(
      String login, String name, Role role, String agency, Set<String> funders, String zh, String en) {
    return new Official(login, name, role, agency, funders, new Text(zh, en));
  }

  private static Firm holder(String login, String name, String area, String industry, String zh, String en) {
    return new Firm(
        login, name, PartyKind.HOLDER_ENTERPRISE, area, industry, null, LocalDate.of(2016, 5, 9), new Text(zh, en));
  }

  private static Firm institution(String login, String name, String area, String zh, String en) {
    return new Firm(login, name, PartyKind.INSTITUTION, area, null, null, LocalDate.of(2018, 9, 3), new Text(zh, en));
  }

  /** Whether the cast is on stage already, that is, whether the demo was made in an earlier run. */
  boolean exists() {
    return accounts.byLogin("admin").isPresent();
  }

  /** Opens every account but the newcomer's. */
  void enter() {
    for (Official o : OFFICIALS) {
      open(OpenAccount.official(o.login(), o.name(), o.role(), o.agency(), o.funders()));
    }
    for (Firm f : FIRMS) {
      if (f == NEWCOMER) continue;
      authenticate(f, enter(f));
    }
  }

  /** A firm that nobody has authenticated yet comes in from the street. */
  void newcomerEnters() {
    enter(NEWCOMER);
  }

  private UUID enter(Firm f) {
    int n = FIRMS.indexOf(f) + 1;
    String code = CreditCode.complete("91" + (f.area().equals("GUIAN") ? "520100" : f.area()), "MA0DEM%02d".formatted(n)).value();
    String phone = "0851-5550%04d".formatted(n);
    String project = f.project();
    RegisterParty r =
        new RegisterParty(
            code, f.name(), Set.of(f.kind()), PartyClass.COMPANY.code(), f.area(), f.founded(), f.industry(), true, true,
            "经办人（虚构）", phone, null, "示例工业园区 1 号", null, null, project, project == null ? null : f.name() + "项目",
            project == null ? null : f.area());
    UUID party = parties.register(Actor.SYSTEM, r).orThrow();
    Role role = f.kind() == PartyKind.INSTITUTION ? Role.INSTITUTION : Role.ENTERPRISE;
    open(OpenAccount.ofParty(f.login(), f.name().substring(0, 2) + "经办人", party, Set.of(role)));
    if (role == Role.INSTITUTION) {
      banks.set(actor(f.login()), party, f.name(), "示例银行贵阳分行", "62220%011d".formatted(n)).orThrow();
    }
    return party;
  }

  /** By the office that handles holders of its place; institutions are the centre's everywhere. */
  private void authenticate(Firm f, UUID party) {
    boolean guian = f.area().equals("GUIAN") && f.kind() != PartyKind.INSTITUTION;
    Actor office = actor(guian ? "bureau.feng" : "centre.lin");
    parties.verify(office, party, true, "核对营业执照原件、纳税证明（演示虚构）").orThrow();
    parties.projects(party)
        .forEach(p -> parties.projectChecked(office, party, p.id(), true, "在省投资项目平台查到备案（演示虚构）").orThrow());
  }

  private void open(OpenAccount account) {
    accounts.open(Actor.SYSTEM, account.withoutPassword()).orThrow();
  }

  Actor actor(String login) {
    return actors.computeIfAbsent(login, l -> accounts.actor(accounts.byLogin(l).orElseThrow().id()));
  }

  UUID party(String login) {
    return actor(login).partyOrThrow();
  }

  @Override
  public List<Persona> all() {
    List<Persona> personas = new ArrayList<>();
    FIRMS.forEach(
        f ->
            personas.add(
                new Persona(
                    f.login(), f.name(), f.kind() == PartyKind.INSTITUTION ? Role.INSTITUTION : Role.ENTERPRISE, f.story())));
    OFFICIALS.forEach(o -> personas.add(new Persona(o.login(), o.name(), o.role(), o.story())));
    return personas;
  }
}
