package org.zhuqi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * Reads what a form sent, and collects everything that is wrong with it rather than the first.
 *
 * <p>An argument of controller methods. A field that is missing or wrong is noted and read as a harmless stand-in (empty
 * text, zero, 1970), so that reading goes on; {@link #then} runs the command only if nothing was wrong.
 */
public final class Fields {
  private final HttpServletRequest request;
  private final List<Refusal> refusals = new ArrayList<>();

  public Fields(HttpServletRequest request) {
    this.request = request;
  }

  /** The command's outcome, or everything that is wrong with the fields. */
  public <T> Outcome<T> then(Supplier<Outcome<T>> command) {
    return refusals.isEmpty() ? command.get() : Outcome.refused(refusals);
  }

  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Notes something that only the caller can see, such as two dates the wrong way round. */
  public void refuse(String name, String code, String zh, String en) {
    refusals.add(Refusal.of(code, zh, en).at(name));
  }

  /** Stripped, required. */
  public String text(String name, int maxLength) {
    String value = optional(name, maxLength);
    return value != null ? value : missing(name, "");
  }

  /** Stripped; null when left empty. */
  public @Nullable String optional(String name, int maxLength) {
    String value = raw(name);
    if (value != null && value.length() > maxLength) {
      refuse(name, "too_long", "最多 " + maxLength + " 个字，现有 " + value.length() + " 个字。请缩短。",
          "At most " + maxLength + " characters; there are " + value.length() + ". Please shorten it.");
    }
    return value;
  }

  /** An amount in yuan, such as 12,000.50; more than zero. */
  public Money money(String name) {
    Money money = required(name, Money.ZERO, v -> Money.of(v.replace(",", "").replace("，", "")), "not_an_amount",
        "请填写大于零的金额，最多两位小数，例如 12000.50。", "Give an amount above zero with at most two decimals, such as 12000.50.");
    if (raw(name) != null && money.isZero() && !hasRefusal(name)) {
      refuse(name, "not_an_amount", "金额须大于零。", "The amount must be more than zero.");
    }
    return money;
  }

  public LocalDate date(String name) {
    return required(name, LocalDate.EPOCH, LocalDate::parse, "not_a_date",
        "请按年-月-日填写日期，例如 2025-03-03。", "Give a date as year-month-day, such as 2025-03-03.");
  }

  public @Nullable LocalDate optionalDate(String name) {
    return raw(name) == null ? null : date(name);
  }

  /** A local date and time in Asia/Shanghai, as the browser's own field sends it. */
  public LocalDateTime minute(String name) {
    return required(name, LocalDate.EPOCH.atStartOfDay(), LocalDateTime::parse, "not_a_time",
        "请填写日期和时刻，例如 2025-03-03 09:00。", "Give a date and time, such as 2025-03-03 09:00.");
  }

  public int number(String name, int min, int max) {
    int value = required(name, min, Integer::parseInt, "not_a_number", "请填写整数。", "Give a whole number.");
    if (value < min || value > max) {
      refuse(name, "out_of_range", "须在 " + min + " 与 " + max + " 之间。", "Must be between " + min + " and " + max + ".");
    }
    return value;
  }

  public UUID id(String name) {
    return required(name, new UUID(0, 0), UUID::fromString, "not_chosen", "请选择一项。", "Please choose one.");
  }

  public @Nullable UUID optionalId(String name) {
    return raw(name) == null ? null : id(name);
  }

  /** Every value of a field that may come several times, such as the rows chosen in a list. */
  public List<UUID> ids(String name) {
    try {
      return all(name).stream().map(UUID::fromString).toList();
    } catch (IllegalArgumentException e) {
      refuse(name, "not_chosen", "所选内容无法识别，请重新选择。", "The choice cannot be read; please choose again.");
      return List.of();
    }
  }

  public List<String> all(String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.stream(values).filter(v -> !v.isBlank()).toList();
  }

  /** One constant of an enum, by name. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return required(name, type.getEnumConstants()[0], v -> Enum.valueOf(type, v), "not_chosen", "请选择一项。", "Please choose one.");
  }

  /** A checkbox. */
  public boolean checked(String name) {
    return raw(name) != null;
  }

  /** A checkbox without which it does not go on. */
  public void mustBeChecked(String name, String zh, String en) {
    if (!checked(name)) refuse(name, "not_confirmed", zh, en);
  }

  private <T> T required(String name, T standIn, Function<String, T> read, String code, String zh, String en) {
    String value = raw(name);
    if (value == null) return missing(name, standIn);
    try {
      return read.apply(value);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      refuse(name, code, zh, en);
      return standIn;
    }
  }

  private <T> T missing(String name, T standIn) {
    refuse(name, "missing", "此项必填。", "This is required.");
    return standIn;
  }

  private boolean hasRefusal(String name) {
    return refusals.stream().anyMatch(r -> name.equals(r.field()));
  }

  private @Nullable String raw(String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
