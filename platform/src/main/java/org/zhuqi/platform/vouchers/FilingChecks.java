package org.zhuqi.platform.vouchers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Share;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

/** Puts a filing to the measure and to the guides of the vouchers used. Names everything that stands in the way. */
@Component
class FilingChecks {
  static final String FILING = "contract.filing";
  static final String CATEGORIES = "service.categories";
  static final String SHARE = "contract.share";
  /** The roles whose conditions a filing's decision answers. */
  private static final List<String> ROLES = List.of("contract.institution", "contract.admitted");

  private final FilingStore store;
  private final Parties parties;

  FilingChecks(FilingStore store, Parties parties) {
    this.store = store;
    this.parties = parties;
  }

  /** What is wrong with the request itself, before the measure is asked. */
  List<Refusal> parts(Actor by, ToFile f) {
    Contract c = f.contract();
    List<Refusal> wrong = new ArrayList<>();
    if (!c.client().equals(by.party())) {
      wrong.add(Refusal.of("filing_not_client", "只有合同的企业方可以备案用券。", "Only the enterprise of the contract files it."));
    }
    if (c.state() != ContractState.AGREED) {
      wrong.add(
          Refusal.of(
                  "filing_state",
                  "合同目前为“%s”，双方确认签章合同后才能备案。".formatted(c.state().label().zh()),
                  "The contract is \"%s\"; it is filed once both sides have agreed to the signed paper."
                      .formatted(c.state().label().en()))
              .by(f.pack().one(Materials.class, FILING).id()));
    }
    if (f.parts().stream().map(p -> p.voucher().id()).distinct().count() < f.parts().size()) {
      wrong.add(Refusal.of("voucher_twice", "同一张券只填一次。", "Name each voucher once.").at("vouchers"));
    }
    if (f.parts().isEmpty() || !f.total().equals(c.voucher())) {
      wrong.add(
          Refusal.of(
                  "voucher_amount_differs",
                  "所选券额合计 %s，与合同约定的用券金额 %s 不一致。".formatted(f.total(), c.voucher()),
                  "The vouchers add up to %s, the contract says %s."
                      .formatted(f.total().format(true), c.voucher().format(true)))
              .by(f.pack().one(Materials.class, FILING).id())
              .remedy("请调整各券金额，使合计等于约定金额。", "Change the amounts so that they add up to it.")
              .at("vouchers"));
    }
    f.parts().forEach(p -> part(by, p, f, wrong));
    return wrong;
  }

  private static void part(Actor by, ToFile.Part p, ToFile f, List<Refusal> wrong) {
    Voucher v = p.voucher();
    String share = f.pack().one(Share.class, SHARE).id();
    if (!v.holder().equals(by.party())) {
      wrong.add(
          Refusal.of("voucher_not_yours", "券 " + v.number() + " 不是本企业的。", "Voucher " + v.number() + " is not yours.")
              .by(f.pack().one(Menu.class, "voucher.flows").id())
              .at("vouchers"));
    }
    if (!p.amount().isPositive()) {
      wrong.add(
          Refusal.of("amount_not_positive", "用券金额须大于零。", "Use more than nothing of a voucher.").at("vouchers"));
    }
    if (p.amount().isMoreThan(p.free())) {
      wrong.add(
          Refusal.of(
                  "voucher_too_small",
                  "券 %s 余额 %s，本次使用 %s。".formatted(v.number(), p.free(), p.amount()),
                  "Voucher %s has %s left; %s is asked of it."
                      .formatted(v.number(), p.free().format(true), p.amount().format(true)))
              .by(share)
              .remedy("请改为不超过 " + p.free() + "。", "Use at most " + p.free().format(true) + ".")
              .at("vouchers"));
    }
    if (f.today().isAfter(v.lastDay())) {
      wrong.add(
          Refusal.of(
                  "voucher_lapsed",
                  "券 %s 的有效期至 %s，已失效。".formatted(v.number(), v.lastDay()),
                  "Voucher %s was valid until %s.".formatted(v.number(), v.lastDay()))
              .remedy("请使用有效期内的券。", "Use a voucher that is still valid.")
              .at("vouchers"));
    }
  }

  /** The measure's answer with every condition, article by article. */
  Decision decide(ToFile f) {
    List<Finding> findings = new ArrayList<>();
    for (String role : ROLES) findings.addAll(f.pack().decide(role, "", f.institution(), f.today()).findings());
    // Who spends a voucher must qualify today, not only when it was claimed.
    for (ToFile.Part p : f.holders()) {
      findings.addAll(f.pack().decide(ClaimRules.ELIGIBILITY, p.voucher().applicantClass(), p.holder(), f.today()).findings());
    }
    category(f, findings);
    f.batches().forEach(b -> guide(f, b, findings));
    findings.add(papers(f));
    Finding life = f.pack().one(Life.class, "measure.life").check(Life.Act.FILE_CONTRACT, f.today());
    if (!life.holds()) findings.add(life);
    boolean granted = findings.stream().allMatch(x -> x.holds() || !x.decisive());
    String roles = String.join("+", ROLES) + "+" + ClaimRules.ELIGIBILITY;
    String as = f.parts().isEmpty() ? "" : f.parts().getFirst().voucher().applicantClass();
    return new Decision(f.pack().code(), f.pack().version(), roles, as, f.today(), granted, findings);
  }

  private static Finding papers(ToFile f) {
    Materials asked = f.pack().one(Materials.class, FILING);
    List<String> stated = asked.fields().stream().map(Menu.Item::code).toList(); // the contract's form has them all
    Map<String, Object> agents =
        Map.of(
            "contract.holder_agent", f.papers().contains("holder_authorisation"),
            "contract.institution_agent", f.papers().contains("institution_authorisation"));
    return asked.check("", agents, f.today(), f.papers(), stated);
  }

  private static void category(ToFile f, List<Finding> findings) {
    Menu menu = f.pack().one(Menu.class, CATEGORIES);
    String code = f.contract().category();
    findings.add(menu.check(code));
    boolean needs = menu.item(code).map(i -> i.has("needsApproval")).orElse(false);
    if (!needs) return;
    CategoryWord word = f.word();
    boolean approved = word != null && word.approved();
    findings.add(
        new Finding(
            menu.id(), "category_approval", approved ? Verdict.HOLDS : Verdict.FAILS,
            Map.of("category", code, "approved", approved),
            word != null && word.approved()
                ? new Text("管理机构已同意：" + word.reason(), "The administrator agreed: " + word.reason())
                : word == null
                    ? new Text("“其他服务事项”须经管理机构同意，尚未认定。", "\"Other services\" need the administrator's approval; it has not been given.")
                    : new Text("管理机构未同意：" + word.reason(), "The administrator did not agree: " + word.reason()),
            approved ? null : new Text("请等待管理机构认定，或改选其他类别的服务。", "Wait for it, or choose a service of another category.")));
  }

  private static void guide(ToFile f, Batch b, List<Finding> findings) {
    Contract c = f.contract();
    Share share = f.pack().one(Share.class, SHARE);
    findings.add(share.check(c.price(), b.guide().sharePercent(), f.total()));
    Money cap = b.guide().capPerContract();
    if (cap != null && f.total().isMoreThan(cap)) {
      findings.add(
          GuideRules.fail(
              share.id(), "cap_per_contract", Map.of("total", f.total(), "cap", cap),
              "批次 %s 的指南规定每份合同最多用券 %s，本次 %s。".formatted(b.number(), cap, f.total()),
              "The guide of batch %s allows %s per contract; this is %s."
                  .formatted(b.number(), cap.format(true), f.total().format(true)),
              "请改为不超过 " + cap + "。", "Use at most " + cap.format(true) + "."));
    }
    findings.addAll(GuideRules.of(f, b));
  }

  /** Whether this official may say whether a contract's category is one that helps an industrial enterprise. */
  List<Refusal> mayJudgeCategory(Actor by, Contract c, String reason) {
    List<Refusal> wrong = new ArrayList<>();
    var pack = store.pack(c);
    Menu menu = pack.one(Menu.class, CATEGORIES);
    if (menu.item(c.category()).filter(i -> i.has("needsApproval")).isEmpty()) {
      wrong.add(Refusal.of("category_needs_no_word", "该类别不需要认定。", "This category needs no approval.").by(menu.id()));
    }
    if (!c.isHandledBy(by)) {
      String handler = c.office().handler();
      wrong.add(
          Refusal.of("not_the_handler", "该企业由 " + handler + " 办理。", handler + " handles the cases of this enterprise.")
              .by(pack.one(Table.class, "routing").id()));
    }
    if (by.account() != null
        && (parties.relatedToAccount(by.account(), c.client()) || parties.relatedToAccount(by.account(), c.provider()))) {
      wrong.add(Refusal.of("decider_related", "与合同一方有关联，应当回避。", "You are related to a party of the contract."));
    }
    if (reason.isBlank()) wrong.add(Refusal.of("reason_missing", "请说明理由。", "Give a reason.").at("reason"));
    if (store.approval(c.id()).isPresent()) {
      wrong.add(Refusal.of("category_judged", "该合同的类别已经认定。", "The category of this contract was judged already."));
    }
    return wrong;
  }
}
