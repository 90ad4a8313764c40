package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.shared.Refusal;

/** Asks the measure whether an item may be shown: complete, its fee in order, its qualification valid and covering it. */
@Component
class ItemRules {
  static final String PUBLICATION = "item.publication";
  private static final String FEE = "item.fee";
  static final String QUALIFICATION = "item.qualification";
  private static final Pattern PHONE =
      Pattern.compile("(\\+?86[- ]?)?(0\\d{2,3}[- ]?\\d{7,8}([- ]\\d{1,6})?|1\\d{10}|[48]00[- ]?\\d{3}[- ]?\\d{4}|\\d{5})");
  private final Rules rules;

  ItemRules(Rules rules) {
    this.rules = rules;
  }

  /** @param decisions the conditions as decided, kept so that they can be replayed */
  record Answer(List<Refusal> refusals, List<Decision> decisions) {}

  /** The item as the measure sees it: where law leaves a service to the qualified, whoever offers it cannot say otherwise. */
  Item ruled(Item stated) {
    return stated.needsQualification() || !rules.needsQualification(stated.category()) ? stated : stated.needingQualification();
  }

  Answer ask(Item stated, LocalDate today) {
    Item item = ruled(stated);
    List<Refusal> refusals = new ArrayList<>(stated(item, today));
    List<Decision> decisions = new ArrayList<>();
    for (String role : List.of(FEE, QUALIFICATION)) {
      Decision decision = decide(role, item, today);
      decisions.add(decision);
      String field = role.equals(FEE) ? "fee" : "qualification";
      decision.failures().forEach(f -> refusals.add(refusal(f, field)));
    }
    return new Answer(refusals, decisions);
  }

  /** Only whether the item lies within a valid qualification. */
  Decision qualification(Item stated, LocalDate on) {
    return decide(QUALIFICATION, ruled(stated), on);
  }

  private Decision decide(String role, Item ruled, LocalDate on) {
    return rules.pack(Condition.class, role).decide(role, "", facts(ruled), on);
  }

  private List<Refusal> stated(Item item, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    Materials asked = rules.one(Materials.class, PUBLICATION);
    Finding complete = asked.check("", Map.of(), today, List.of(), statedFields(item));
    if (!complete.holds()) refusals.add(refusal(complete, "item"));
    onList(rules.categories(), item.category(), "category", refusals);
    onList(rules.scope(), item.scope(), "scope", refusals);
    if (item.phone() != null && !item.phone().isBlank() && !PHONE.matcher(item.phone().strip()).matches()) {
      refusals.add(
          Refusal.of("phone_not_valid", "监督电话“" + item.phone() + "”不是电话号码。", "\"" + item.phone() + "\" is not a phone number.")
              .remedy("请填写固定电话（含区号）或手机号码。", "Give a landline with area code or a mobile number.")
              .at("phone"));
    }
    if (item.feeFen() != null && item.feeFen() <= 0 || item.approvedFen() != null && item.approvedFen() <= 0) {
      refusals.add(Refusal.of("fee_not_positive", "收费标准须大于零。", "A fee must be above zero.").at("fee"));
    }
    return refusals;
  }

  private static void onList(Menu menu, @Nullable String code, String field, List<Refusal> refusals) {
    if (code == null || code.isBlank()) {
      refusals.add(
          Refusal.of("item_menu_empty", "尚未选择：" + menu.text().zh(), "Not chosen yet: " + menu.text().en()).by(menu.id()).at(field));
      return;
    }
    Finding finding = menu.check(code);
    if (!finding.holds()) refusals.add(refusal(finding, field));
  }

  /** The codes of the fields that are filled in, as the pack names them. */
  private static List<String> statedFields(Item item) {
    Map<String, Boolean> stated =
        Map.of(
            "content", isText(item.content()),
            "process", isText(item.process()),
            "fee", item.feeMode() != null && (item.feeFen() != null || item.feeByAgreement()),
            "supervision_phone", isText(item.phone()),
            "category", isText(item.category()),
            "scope", isText(item.scope()));
    return stated.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  /** @param item as it is {@link #ruled} */
  private static Map<String, Object> facts(Item item) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("item.fee_mode", item.feeMode() == null ? "" : item.feeMode());
    if (item.feeFen() != null) facts.put("item.fee", new Money(item.feeFen()));
    if (item.approvedFen() != null) facts.put("item.approved_fee", new Money(item.approvedFen()));
    facts.put("item.approval_number", item.approvalNumber() == null ? "" : item.approvalNumber().strip());
    facts.put("item.fee_stated", item.feeFen() != null || item.feeByAgreement());
    facts.put("item.needs_qualification", item.needsQualification());
    facts.put(
        "item.qualification_covers",
        item.qualification() != null && item.category() != null && item.qualificationCovers().contains(item.category()));
    if (item.qualificationUntil() != null) facts.put("item.qualification_valid_until", item.qualificationUntil());
    return facts;
  }

  private static boolean isText(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  static Refusal refusal(Finding f, String field) {
    String code = f.verdict() == Verdict.UNKNOWN ? "fact_missing" : "item_" + f.check();
    return new Refusal(code, f.provision(), f.sentence(), f.remedy(), field);
  }
}
