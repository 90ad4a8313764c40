package org.zhuqi.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Labels;
import org.zhuqi.measures.Limit;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * The facts behind a finding, in words: those that the measure declares by its labels, those that the engines count by
 * {@code words.csv}, where {@code fen.} marks amounts.
 */
@Component
class FactWords {
  private final Measures measures;
  private final Names names;

  FactWords(Measures measures, Names names) {
    this.measures = measures;
    this.names = names;
  }

  Text name(Decision d, String name) {
    Fact fact = declared(d, name);
    if (fact != null) return fact.label();
    for (String kind : new String[] {"fact.", "fen."}) if (Codes.knows(kind + name)) return Codes.of(kind + name);
    return new Text(name, name);
  }

  Text value(Decision d, Finding f, String name, Object value) {
    Fact fact = declared(d, name);
    Text plain = fact != null ? measures.version(d.measure(), d.version()).orElseThrow().shown(fact, value) : counted(d, f, name, value);
    boolean ofTheCity = name.endsWith("area") || name.endsWith("funder");
    return ofTheCity && value instanceof String code ? names.of(code, plain) : plain;
  }

  private Text counted(Decision d, Finding f, String name, Object value) {
    return switch (value) {
      case Boolean b -> b ? new Text("是", "yes") : new Text("否", "no");
      case Number n when Codes.knows("fen." + name) && !countsOther(d, f) ->
          new Text(new Money(n.longValue()).format(), new Money(n.longValue()).format(true));
      case String code when Codes.knows("value." + code) -> Codes.of("value." + code);
      case String code -> Labels.value(code);
      default -> new Text(value.toString(), value.toString());
    };
  }

  /** A limit of cases, orders or days: its figures are no amounts. */
  private boolean countsOther(Decision d, Finding f) {
    return measures
        .version(d.measure(), d.version())
        .flatMap(p -> p.provision(f.provision()))
        .filter(p -> p instanceof Limit l && l.unit() != Limit.Unit.CNY)
        .isPresent();
  }

  private @Nullable Fact declared(Decision d, String name) {
    return measures.version(d.measure(), d.version()).map(p -> p.facts().get(name)).orElse(null);
  }
}
