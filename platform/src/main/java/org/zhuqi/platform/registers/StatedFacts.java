package org.zhuqi.platform.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.shared.Refusal;

/** Reads what somebody stated into the types that the pack declares, as plain values fit for JSON. */
final class StatedFacts {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private StatedFacts() {}

  /** Facts that the pack does not declare are left out; an empty value takes a fact back. */
  static StatedFacts read(Pack pack, Map<String, ?> given) {
    StatedFacts facts = new StatedFacts();
    given.forEach(
        (name, value) -> {
          Fact fact = pack.facts().get(name);
          if (fact != null && RegisterRules.isAsked(fact)) facts.one(pack, fact, value);
        });
    return facts;
  }

  Map<String, Object> values() {
    return values;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  private void one(Pack pack, Fact fact, @Nullable Object value) {
    if (value == null || value.toString().isBlank()) {
      values.put(fact.name(), "");
      return;
    }
    String text = value.toString().strip();
    try {
      Object read =
          switch (fact.type()) {
            case BOOL -> bool(text);
            case INT -> notNegative(Long.parseLong(text));
            case MONEY -> value instanceof Money m ? m.fen() : Money.of(text.replace(",", "")).fen();
            case DATE -> day(text);
            case STRING -> onMenu(pack.options(fact), text);
            case LIST -> value instanceof List<?> l
                ? l.stream().map(v -> onMenu(pack.options(fact), v.toString())).toList()
                : List.of(onMenu(pack.options(fact), text));
          };
      values.put(fact.name(), read);
    } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
      refusals.add(wrong(fact));
    }
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Long notNegative(long n) {
    if (n < 0 || BigDecimal.valueOf(n).precision() > 9) throw new IllegalArgumentException("out of range");
    return n;
  }

  private static String day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1900 || day.getYear() > 2200) throw new IllegalArgumentException("out of range");
    return day.toString();
  }

  private static String onMenu(List<Menu.Item> menu, String code) {
    if (!menu.isEmpty() && menu.stream().noneMatch(i -> i.code().equals(code))) throw new IllegalArgumentException(code);
    return code;
  }

  private static Refusal wrong(Fact fact) {
    String zh =
        switch (fact.type()) {
          case INT -> "请填写不小于 0 的整数。";
          case DATE -> "请按年-月-日填写日期，例如 2022-06-01。";
          case MONEY -> "请填写金额，最多两位小数。";
          default -> "请从所列选项中选择。";
        };
    String en =
        switch (fact.type()) {
          case INT -> "Give a whole number, zero or more.";
          case DATE -> "Give a date as year-month-day, such as 2022-06-01.";
          case MONEY -> "Give an amount with at most two decimals.";
          default -> "Choose one of the listed options.";
        };
    return Refusal.of("fact_unreadable", fact.label().zh() + "：" + zh, fact.label().en() + ": " + en).at("fact." + fact.name());
  }
}
