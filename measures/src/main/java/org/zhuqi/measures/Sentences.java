package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders of a pack's sentences: {@code {fact}}, {@code {param.name}}, {@code {asOf}}. */
final class Sentences {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][\\w.]*)}");
  /** What registers keep for anything that stands on no list. */
  private static final String OTHER = "other";
  private final Pack pack;
  private final Map<String, Param> params;
  private final Map<String, Object> facts;
  private final LocalDate asOf;

  Sentences(Pack pack, Map<String, Param> params, Map<String, Object> facts, LocalDate asOf) {
    this.pack = pack;
    this.params = params;
    this.facts = facts;
    this.asOf = asOf;
  }

  /** Placeholders of a template that nothing will fill. */
  static List<String> unknownPlaceholders(Text template, Collection<String> facts, Collection<String> params) {
    return PLACEHOLDER
        .matcher(template.zh() + template.en())
        .results()
        .map(m -> m.group(1))
        .filter(name -> !name.equals("asOf") && !facts.contains(name))
        .filter(name -> !name.startsWith("param.") || !params.contains(name.substring("param.".length())))
        .distinct()
        .toList();
  }

  Text fill(Text template) {
    if (template.zh().indexOf('{') < 0 && template.en().indexOf('{') < 0) return template;
    return new Text(fill(template.zh(), false), fill(template.en(), true));
  }

  private String fill(String template, boolean english) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), english)));
  }

  private String value(String name, boolean english) {
    if (name.equals("asOf")) {
      return day(asOf, english);
    }
    if (name.startsWith("param.")) {
      return param(params.get(name.substring("param.".length())), english);
    }
    Object value = facts.get(name);
    Fact fact = pack.facts().get(name);
    return value == null || fact == null ? (english ? "(not given)" : "（未提供）") : fact(fact, value, english);
  }

  static Text fact(Pack pack, Fact fact, Object value) {
    Sentences words = new Sentences(pack, Map.of(), Map.of(), LocalDate.EPOCH);
    return new Text(words.fact(fact, value, false), words.fact(fact, value, true));
  }

  private String fact(Fact fact, Object value, boolean english) {
    return switch (fact.type()) {
      case MONEY -> (value instanceof Money m ? m : new Money(((Number) value).longValue())).format(english);
      case DATE -> day(value instanceof LocalDate d ? d : LocalDate.parse((String) value), english);
      case BOOL -> Boolean.TRUE.equals(value) ? (english ? "yes" : "是") : (english ? "no" : "否");
      case INT -> value.toString();
      case STRING -> label(fact, (String) value, english);
      case LIST ->
          join(((List<?>) value).stream().map(v -> label(fact, String.valueOf(v), english)).toList(), english);
    };
  }

  private String label(Fact fact, String code, boolean english) {
    return pack.options(fact).stream()
        .filter(i -> i.code().equals(code))
        .findFirst()
        .map(i -> i.label().in(english))
        .orElse(code.equals(OTHER) ? (english ? "other" : "其他") : code);
  }

  private static String param(@Nullable Param param, boolean english) {
    return switch (param) {
      case null -> "";
      case Param.Amount a -> a.money().format(english);
      case Param.Count c -> Long.toString(c.value());
      case Param.Day d -> day(d.date(), english);
      case Param.Word w -> w.value();
      case Param.Options o -> join(o.items().stream().map(i -> i.label().in(english)).toList(), english);
    };
  }

  private static String join(List<String> parts, boolean english) {
    return String.join(english ? ", " : "、", parts);
  }

  private static String day(LocalDate day, boolean english) {
    return english
        ? day.toString()
        : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
