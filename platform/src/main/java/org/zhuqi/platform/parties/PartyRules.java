package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Refusal;

/** What a party's statement must look like: one sentence per field, all of them at once. */
@Component
class PartyRules {
  private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern PROJECT = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");
  private static final int NAME_MIN = 2;
  private static final int NAME_MAX = 120;
  private final Areas areas;
  private final Industries industries;

  PartyRules(Areas areas, Industries industries) {
    this.areas = areas;
    this.industries = industries;
  }

  List<Refusal> check(RegisterParty r, LocalDate today) {
    List<Refusal> wrong = new ArrayList<>(CreditCode.parse(r.creditCode()).refusals());
    if (PartyClass.of(r.partyClass()).isEmpty()) {
      refuse(wrong, "partyClass", "请选择单位性质。", "Choose what kind of body it is.");
    }
    subject(wrong, r.name(), r.kinds(), r.area(), r.foundedOn(), r.industry(), today);
    contact(wrong, r.contactName(), r.phone(), r.email(), r.address());
    if (r.kinds().contains(PartyKind.HOLDER_PROJECT)) {
      wrong.addAll(project(r.projectCode(), r.projectName(), r.projectArea()));
    }
    if ((r.legalRepId() == null) != (r.legalRepName() == null)) {
      refuse(wrong, "legalRepId", "法定代表人的姓名和证件号码须同时填写。", "Give name and identity number of the legal representative together.");
    } else if (r.legalRepId() != null) {
      IdentityNumber.problem(r.legalRepId()).ifPresent(p -> wrong.add(p.at("legalRepId")));
    }
    return wrong;
  }

  List<Refusal> check(ChangeParty c, LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    subject(wrong, c.name(), c.kinds(), c.area(), c.foundedOn(), c.industry(), today);
    contact(wrong, c.contactName(), c.phone(), c.email(), c.address());
    return wrong;
  }

  List<Refusal> project(@Nullable String code, @Nullable String name, @Nullable String area) {
    List<Refusal> wrong = new ArrayList<>();
    if (code == null || !PROJECT.matcher(code.strip()).matches()) {
      refuse(wrong, "projectCode", "项目代码应形如 2024-520102-41-03-123456，见投资项目在线审批监管平台的赋码通知。",
          "A project code looks like 2024-520102-41-03-123456; it stands on the platform's notice.");
    }
    if (name == null || name.strip().length() < NAME_MIN) {
      refuse(wrong, "projectName", "请填写项目名称。", "Give the name of the project.");
    }
    if (area == null || areas.find(area).isEmpty()) {
      refuse(wrong, "projectArea", "请选择项目所在地。", "Choose where the project stands.");
    }
    return wrong;
  }

  private void subject(
      List<Refusal> wrong, String name, Set<PartyKind> kinds, String area, @Nullable LocalDate founded,
      @Nullable String industry, LocalDate today) {
    if (name.strip().length() < NAME_MIN || name.length() > NAME_MAX) {
      refuse(wrong, "name", "请按营业执照或法人证书填写全称（2 至 120 个字）。", "Give the full name as on the licence (2 to 120 characters).");
    }
    if (kinds.isEmpty()) {
      refuse(wrong, "kinds", "请至少选择一项：企业、项目业主或服务机构。", "Choose at least one: enterprise, project owner or institution.");
    }
    if (areas.find(area).isEmpty()) {
      refuse(wrong, "area", "请选择注册地；不在本市的选“其他地区”。", "Choose the place of registration; \"Elsewhere\" if outside.");
    }
    if (founded == null) {
      refuse(wrong, "foundedOn", "请填写成立日期，例如 2019-05-20。", "Give the date of establishment, such as 2019-05-20.");
    } else if (founded.isAfter(today)) {
      refuse(wrong, "foundedOn", "成立日期 " + founded + " 晚于今天。请核对营业执照。", "The date of establishment, " + founded + ", lies in the future.");
    }
    if (kinds.contains(PartyKind.HOLDER_ENTERPRISE) && industry == null) {
      refuse(wrong, "industry", "请选择所属产业；都不属于的选“其他产业”。", "Choose an industry; \"Other\" if none fits.");
    } else if (industry != null && !industries.all().containsKey(industry)) {
      refuse(wrong, "industry", "没有这个产业，请从列表中选择。", "There is no such industry; choose from the list.");
    }
  }

  private static void contact(List<Refusal> wrong, String name, String phone, @Nullable String email, String address) {
    if (name.isBlank()) refuse(wrong, "contactName", "请填写联系人姓名。", "Give the name of a contact person.");
    if (!PHONE.matcher(phone.strip()).matches()) {
      refuse(wrong, "phone", "请填写 11 位手机号，或带区号的座机号，例如 0851-87654321。",
          "Give a mobile number of 11 digits, or a landline with its area code such as 0851-87654321.");
    }
    if (email != null && !EMAIL.matcher(email.strip()).matches()) {
      refuse(wrong, "email", "电子邮箱不完整，例如 name@example.cn。", "The e-mail address is incomplete; such as name@example.cn.");
    }
    if (address.isBlank()) refuse(wrong, "address", "请填写办公地址。", "Give the office address.");
  }

  private static void refuse(List<Refusal> wrong, String field, String zh, String en) {
    wrong.add(Refusal.of("party_" + field.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT), zh, en).at(field));
  }
}
