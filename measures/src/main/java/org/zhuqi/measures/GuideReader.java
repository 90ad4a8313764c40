package org.zhuqi.measures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes guides as JSON-like maps; reading collects every error. */
final class GuideReader {
  private static final List<String> FIELDS =
      List.of(
          "sharePercent", "capPerContract", "capPerClaim", "capPerHolding", "faces", "holders", "pots", "categories",
          "validityDays", "validUntil", "redemptionWindowDays", "earliestContractDate", "institutionOfSigningYear",
          "relatedPartiesBarred", "otherPublicMoneyBarred", "splittingBarred", "priceDeviationPercent", "claimOrder",
          "ownerLimitPerProject");
  private final Map<String, ?> json;
  private final List<Guide.Problem> errors = new ArrayList<>();

  private GuideReader(Map<String, ?> json) {
    this.json = json;
  }

  static Guide.Parsed read(Map<String, ?> json, Pack pack) {
    GuideReader reader = new GuideReader(json);
    Guide guide = reader.guide();
    GuideBounds.check(guide, pack, reader::error);
    return reader.errors.isEmpty() ? new Guide.Parsed.Valid(guide) : new Guide.Parsed.Invalid(reader.errors);
  }

  private Guide guide() {
    json.keySet().stream()
        .filter(key -> !FIELDS.contains(key))
        .forEach(key -> error(key, "没有这一项。", "There is no such field."));
    return Guide.builder()
        .sharePercent(stated("sharePercent"))
        .capPerContract(money("capPerContract"))
        .capPerClaim(money("capPerClaim"))
        .capPerHolding(money("capPerHolding"))
        .faces(faces())
        .holders(whole("holders", 1))
        .pots(pots())
        .categories(categories())
        .validityDays(whole("validityDays", 1))
        .validUntil(date("validUntil"))
        .redemptionWindowDays(stated("redemptionWindowDays"))
        .earliestContractDate(date("earliestContractDate"))
        .institutionOfSigningYear(flag("institutionOfSigningYear", true))
        .relatedPartiesBarred(flag("relatedPartiesBarred", true))
        .otherPublicMoneyBarred(flag("otherPublicMoneyBarred", true))
        .splittingBarred(flag("splittingBarred", true))
        .priceDeviationPercent(whole("priceDeviationPercent", 0))
        .claimOrder(order())
        .ownerLimitPerProject(flag("ownerLimitPerProject", false))
        .build();
  }

  static Map<String, Object> write(Guide guide) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sharePercent", guide.sharePercent());
    put(map, "capPerContract", guide.capPerContract(), GuideReader::yuan);
    put(map, "capPerClaim", guide.capPerClaim(), GuideReader::yuan);
    put(map, "capPerHolding", guide.capPerHolding(), GuideReader::yuan);
    map.put("faces", guide.faces().stream().map(GuideReader::yuan).toList());
    put(map, "holders", guide.holders(), n -> n);
    Map<String, Object> pots = new LinkedHashMap<>();
    guide.pots().keySet().stream().sorted().forEach(c -> put(pots, c, guide.pots().get(c), GuideReader::yuan));
    map.put("pots", pots);
    map.put("categories", guide.categories().stream().sorted().toList());
    put(map, "validityDays", guide.validityDays(), n -> n);
    put(map, "validUntil", guide.validUntil(), LocalDate::toString);
    map.put("redemptionWindowDays", guide.redemptionWindowDays());
    put(map, "earliestContractDate", guide.earliestContractDate(), LocalDate::toString);
    map.put("institutionOfSigningYear", guide.institutionOfSigningYear());
    map.put("relatedPartiesBarred", guide.relatedPartiesBarred());
    map.put("otherPublicMoneyBarred", guide.otherPublicMoneyBarred());
    map.put("splittingBarred", guide.splittingBarred());
    put(map, "priceDeviationPercent", guide.priceDeviationPercent(), n -> n);
    map.put("claimOrder", guide.claimOrder().name());
    map.put("ownerLimitPerProject", guide.ownerLimitPerProject());
    return map;
  }

  private static <T> void put(Map<String, Object> map, String key, @Nullable T value, Function<T, Object> write) {
    if (value != null) {
      map.put(key, write.apply(value));
    }
  }

  private static String yuan(Money money) {
    return money.yuan().toPlainString();
  }

  /** What every guide must say: nothing stands in for it silently. */
  private int stated(String field) {
    if (json.get(field) == null) error(field, "指南必须写明这一项。", "Every guide must state this.");
    Integer value = whole(field, 1);
    return value == null ? 1 : value;
  }

  private void error(String field, String zh, String en) {
    errors.add(new Guide.Problem(field, new Text(zh, en)));
  }

  private @Nullable Integer whole(String field, int least) {
    Object value = json.get(field);
    if (value == null) {
      return null;
    }
    if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= least
        && ((Number) value).longValue() <= Integer.MAX_VALUE) {
      return ((Number) value).intValue();
    }
    error(field, "应为不小于 " + least + " 的整数。", "A whole number from " + least + " is expected.");
    return null;
  }

  private @Nullable Money money(String field) {
    Object value = json.get(field);
    return value == null ? null : amount(field, value);
  }

  private @Nullable Money amount(String field, @Nullable Object value) {
    if (value instanceof String s) {
      try {
        Money money = Money.of(s);
        if (money.isPositive()) {
          return money;
        }
      } catch (IllegalArgumentException e) {
        // told below
      }
    }
    error(
        field,
        "应为以元计、大于零、至多两位小数的金额，写成文本，如 \"50000.00\"。",
        "An amount in yuan is expected, above zero, with at most two decimals, written as text such as \"50000.00\".");
    return null;
  }

  private @Nullable LocalDate date(String field) {
    Object value = json.get(field);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(String.valueOf(value));
    } catch (DateTimeException e) {
      error(field, "应为日期，如 2024-12-31。", "A date such as 2024-12-31 is expected.");
      return null;
    }
  }

  private boolean flag(String field, boolean fallback) {
    Object value = json.get(field);
    if (value == null || value instanceof Boolean) {
      return value == null ? fallback : (Boolean) value;
    }
    error(field, "应为是或否。", "True or false is expected.");
    return fallback;
  }

  private List<Money> faces() {
    List<Money> faces = new ArrayList<>();
    for (Object item : list("faces")) {
      Money face = amount("faces", item);
      if (face != null && faces.contains(face)) {
        error("faces", "面额 " + face + " 重复。", "The face " + face.format(true) + " stands there twice.");
      } else if (face != null) {
        faces.add(face);
      }
    }
    return faces;
  }

  private Set<String> categories() {
    Set<String> codes = new LinkedHashSet<>();
    list("categories").forEach(c -> codes.add(String.valueOf(c)));
    return codes;
  }

  private List<?> list(String field) {
    Object value = json.get(field);
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    error(field, "应为列表。", "A list is expected.");
    return List.of();
  }

  private Map<String, Money> pots() {
    Map<String, Money> pots = new LinkedHashMap<>();
    Object value = json.get("pots");
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (category, amount) -> {
            Money money = amount("pots", amount);
            if (money != null) {
              pots.put(String.valueOf(category), money);
            }
          });
    } else if (value != null) {
      error("pots", "应为“服务事项：金额”的对应表。", "A table of amounts by service category is expected.");
    }
    return pots;
  }

  private Guide.ClaimOrder order() {
    Object value = json.get("claimOrder");
    for (Guide.ClaimOrder order : Guide.ClaimOrder.values()) {
      if (value == null || order.name().equals(value)) {
        return order;
      }
    }
    error("claimOrder", "应为 FIRST_COME 或 DRAW。", "FIRST_COME or DRAW is expected.");
    return Guide.ClaimOrder.FIRST_COME;
  }
}
