package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Notice;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.notices.PublishNotice;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import tools.jackson.core.type.TypeReference;

/** From the hand-in to the public notice. */
@Component
class RedemptionFlow {
  private final RedemptionStore store;
  private final EvidenceStore evidence;
  private final RedemptionChecks checks;
  private final RedemptionOpening opening;
  private final Casework casework;
  private final Decisions decisions;
  private final Notices notices;
  private final Parties parties;
  private final Clock clock;

  RedemptionFlow(
      RedemptionStore store,
      EvidenceStore evidence,
      RedemptionChecks checks,
      RedemptionOpening opening,
      Casework casework,
      Decisions decisions,
      Notices notices,
      Parties parties,
      Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.checks = checks;
    this.opening = opening;
    this.casework = casework;
    this.decisions = decisions;
    this.notices = notices;
    this.parties = parties;
    this.clock = clock;
  }

  List<Redemption> open(Actor by, UUID contract) {
    List<Redemption> open = opening.open(contract);
    boolean concerned = open.stream().allMatch(r -> RedemptionSight.maySee(by, r));
    if (!concerned) throw new NotFoundException("contract " + contract);
    return open;
  }

  RedemptionChecks.Checked check(Redemption.Full full) {
    return checks.check(full, full.redemption().state() == RedemptionState.DRAFT);
  }

  Outcome<CaseFile> submit(Actor by, Redemption.Full full, boolean declared) {
    Redemption r = full.redemption();
    List<Refusal> wrong = new ArrayList<>();
    if (!declared) {
      wrong.add(Refusal.of("not_declared", "请声明对申请材料的真实性、完整性负责。", "Declare that you answer for truth and completeness.").at("declared"));
    }
    RedemptionChecks.Checked checked = check(full);
    wrong.addAll(refusals(checked.all()));
    if (!wrong.isEmpty()) {
      keep(r, checked);
      return Outcome.refused(wrong);
    }
    store.declare(r.id());
    return r.state() == RedemptionState.DRAFT
        ? casework.submit(by, Redemptions.caseOf(r))
        : casework.resubmit(by, Redemptions.caseOf(r));
  }

  List<Menu.Item> questions(Redemption r) {
    return checks.questions(r);
  }

  /** Keeps the answer: of the measure's own condition for replay, and all findings as they were told. */
  void keep(Redemption r, RedemptionChecks.Checked checked) {
    UUID decision = decisions.keep(checked.asked(), Redemptions.KIND, r.id(), r.funder());
    store.checked(r.id(), decision, Json.write(checked.all().toMap()));
  }

  static Decision decision(String json) {
    return Decision.fromMap(Json.read(json, new TypeReference<Map<String, Object>>() {}));
  }

  static List<Refusal> refusals(Decision decision) {
    return decision.failures().stream().map(RedemptionFlow::refusal).toList();
  }

  private static Refusal refusal(Finding f) {
    int dot = f.check().indexOf('.');
    String check = dot < 0 ? f.check() : f.check().substring(0, dot);
    return new Refusal("redemption_" + check, f.provision(), f.sentence(), f.remedy(), null);
  }

  Outcome<CaseFile> review(Actor by, Redemption r, long revision, ReviewSheet sheet, StageDecision decision) {
    List<Refusal> wrong = incomplete(by, r, sheet, decision);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    evidence.saveReview(
        r.id(),
        new Redemption.Review(
            Objects.requireNonNull(by.account()), by.name(), sheet.verified(), sheet.answers(), sheet.opinion().strip(), clock.instant()));
    Outcome<CaseFile> decided = casework.decide(by, Redemptions.caseOf(r), revision, decision, sheet.opinion().strip());
    return Outcome.done(decided.orThrow());
  }

  private List<Refusal> incomplete(Actor by, Redemption r, ReviewSheet sheet, StageDecision decision) {
    List<Refusal> wrong = new ArrayList<>();
    String stages = checks.stages(r).id();
    UUID account = Objects.requireNonNull(by.account());
    if (parties.relatedToAccount(account, r.client()) || parties.relatedToAccount(account, r.provider())) {
      wrong.add(Refusal.of("related_to_party", "名录显示您与合同一方存在关联，应当回避。", "The register shows a relation between you and a party; stand aside.").by(stages));
    }
    if (!sheet.unrelated()) {
      wrong.add(Refusal.of("not_declared", "请声明与合同双方均无关联。", "Declare that you are related to neither side.").by(stages).at("unrelated"));
    }
    for (Menu.Item q : checks.questions(r)) {
      if (sheet.answers().getOrDefault(q.code(), "").isBlank()) {
        wrong.add(Refusal.of("review_incomplete", "请回答：" + q.label().zh(), "Answer: " + q.label().en()).by(stages).at("q_" + q.code()));
      }
    }
    if (sheet.opinion().isBlank()) wrong.add(Refusal.of("review_incomplete", "请填写审核意见。", "Write the opinion.").by(stages).at("opinion"));
    if (decision == StageDecision.PASS && !sheet.verified()) {
      wrong.add(Refusal.of("invoice_not_verified", "通过前须在税务机关发票查验平台核对发票。", "Before it passes, the invoices are looked up at the tax authority.").by(stages).at("verified"));
    }
    return wrong;
  }

  Outcome<UUID> publish(Actor by, String funder, Collection<UUID> ids) {
    List<Redemption> lines = new ArrayList<>();
    List<Refusal> wrong = new ArrayList<>();
    for (UUID id : ids.stream().distinct().sorted().toList()) {
      Redemption r = store.find(id, true).orElseThrow(() -> new NotFoundException("redemption " + id));
      if (!r.funder().equals(funder)) throw new NotFoundException("redemption " + id);
      Refusal no = notPublishable(r);
      if (no == null) lines.add(r);
      else wrong.add(no);
    }
    if (ids.isEmpty()) wrong.add(Refusal.of("nothing_chosen", "请选择要公示的申请。", "Choose what is to be published."));
    long versions = lines.stream().map(r -> r.measure() + r.version()).distinct().count();
    if (versions > 1) wrong.add(Refusal.of("several_measures", "不同办法或版本的申请须分别公示。", "Applications under different versions are published apart."));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    UUID notice = notices.publish(by, list(by, funder, lines));
    for (Redemption r : lines) {
      store.published(r.id(), notice);
      casework.move(by, Redemptions.caseOf(r), CaseEvent.PUBLISHED, "列入拟兑现名单公示");
    }
    return Outcome.done(notice);
  }

  private static @Nullable Refusal notPublishable(Redemption r) {
    if (r.state() == RedemptionState.APPROVED && !r.isStopped()) return null;
    String zh = r.isStopped() ? "已停止" : r.state().label().zh();
    String en = r.isStopped() ? "stopped" : r.state().label().en();
    return Refusal.of("redemption_state", r.number() + " 目前为“" + zh + "”，不能公示。", r.number() + " is \"" + en + "\" and cannot be published.");
  }

  private PublishNotice list(Actor by, String funder, List<Redemption> lines) {
    Pack pack = checks.pack(lines.getFirst());
    Notice rule = pack.one(Notice.class, "redemption.notice");
    Menu categories = pack.one(Menu.class, "service.categories");
    int days = rule.workingDays();
    return new PublishNotice(
        Redemptions.KIND, pack.code(), pack.version(), rule.id(),
        new Text("拟兑现名单公示", "Vouchers to be redeemed: public notice"),
        new Text(
            "下列申请已通过第三方审核和审批，现公示 " + days + " 个工作日。任何人可对其中一行提出异议，异议只影响该行。",
            "These applications passed review and approval and stand for " + days
                + " working days. Anyone may object to a line; an objection holds that line only."),
        Objects.requireNonNull(by.agency()), funder, days,
        List.of(
            new PublishNotice.Column("number", new Text("申请编号", "Number")),
            new PublishNotice.Column("institution", new Text("服务机构", "Institution")),
            new PublishNotice.Column("enterprise", new Text("用券单位", "Voucher holder")),
            new PublishNotice.Column("category", new Text("服务类别", "Category")),
            new PublishNotice.Column("amount", new Text("拟兑现金额", "Amount"))),
        lines.stream().map(r -> new PublishNotice.Line(r.id(), Set.of(r.client(), r.provider()), fields(r, categories))).toList());
  }

  private static Map<String, String> fields(Redemption r, Menu categories) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("number", r.number());
    fields.put("institution", r.providerName());
    fields.put("enterprise", r.clientName());
    fields.put("category", categories.item(r.category()).map(i -> i.label().zh()).orElse(r.category()));
    fields.put("amount", r.amount().format());
    return fields;
  }
}
