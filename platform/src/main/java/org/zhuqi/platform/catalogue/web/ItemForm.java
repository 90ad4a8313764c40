package org.zhuqi.platform.catalogue.web;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.web.Fields;

/** Reads the form of a service item. A draft may leave anything out but the title. */
final class ItemForm {
  private ItemForm() {}

  static Item read(Fields f) {
    return new Item(
        f.text("title", 60),
        f.optional("category", 40),
        f.optional("scope", 40),
        f.optional("content", 4_000),
        f.optional("process", 4_000),
        f.optional("feeMode", 40),
        fen(f, "fee"),
        f.checked("feeByAgreement"),
        f.optional("feeText", 200),
        f.optional("approvalNumber", 100),
        fen(f, "approved"),
        f.optional("phone", 40),
        f.checked("needsQualification"),
        f.optionalId("qualification"),
        f.all("covers"),
        f.optionalDate("qualificationUntil"));
  }

  private static @Nullable Long fen(Fields f, String name) {
    if (f.optional(name, 40) == null) return null;
    Money money = f.money(name);
    return money.fen();
  }
}
