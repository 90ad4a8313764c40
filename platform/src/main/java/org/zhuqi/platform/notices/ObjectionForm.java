package org.zhuqi.platform.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhuqi.platform.shared.Refusal;

/** What an objection needs, told all at once. */
final class ObjectionForm {
  private static final int NAME = 60;
  private static final int GROUNDS = 2000;

  private ObjectionForm() {}

  static List<Refusal> check(String name, String contact, String grounds, Pattern contactForm) {
    List<Refusal> wrong = new ArrayList<>();
    if (name.isBlank() || name.length() > NAME) {
      wrong.add(Refusal.of("name_missing", "请填写姓名或单位名称。", "Give your name or that of your organisation.").at("name"));
    }
    if (!contactForm.matcher(contact.strip()).matches()) {
      wrong.add(
          Refusal.of(
                  "contact_missing",
                  "提出异议须留下可联系的电话或电子邮箱，不对外公开。",
                  "An objection needs a phone number or e-mail address; it is not made public.")
              .at("contact"));
    }
    if (grounds.isBlank() || grounds.length() > GROUNDS) {
      wrong.add(
          Refusal.of("grounds_missing", "请写明异议的事实和理由（2000 字以内）。", "Say what is wrong and why (at most 2000 characters).")
              .at("grounds"));
    }
    return wrong;
  }
}
