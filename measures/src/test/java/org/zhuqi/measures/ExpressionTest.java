package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final LocalDate ON = LocalDate.of(2024, 2, 29);
  private static final Map<String, Fact.Type> TYPES =
      Map.of(
          "a.yes", Fact.Type.BOOL,
          "a.no", Fact.Type.BOOL,
          "a.word", Fact.Type.STRING,
          "a.count", Fact.Type.INT,
          "a.sum", Fact.Type.MONEY,
          "a.day", Fact.Type.DATE,
          "a.words", Fact.Type.LIST);
  private static final Map<String, Object> FACTS =
      Map.of(
          "a.yes", true,
          "a.no", false,
          "a.word", "x",
          "a.count", 3L,
          "a.sum", Money.of("12.34"),
          "a.day", LocalDate.of(2023, 2, 28),
          "a.words", List.of("x", "y"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.yes && !a.no",
        "a.word == 'x' && a.word in a.words",
        "a.count == 3",
        "a.sum == 1234 && a.sum == yuan('12.34')",
        "yearsBetween(a.day, asOf) == 1",
        "monthsBetween(a.day, asOf) == 12",
        "plusYears(a.day, 1) < asOf",
        "plusDays(plusYears(a.day, 1), 1) == asOf",
        "plusMonths(asOf, 12) == plusYears(asOf, 1)",
        "yearOf(asOf) == 2024"
      })
  void facts_of_every_type_reach_the_expression(String source) {
    assertThat(evaluate(source, FACTS)).isEqualTo(Verdict.HOLDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a.yes ; UNKNOWN",
        "!a.yes ; UNKNOWN",
        "a.yes == true ; UNKNOWN",
        "a.word in ['x'] ; UNKNOWN",
        "a.word == 'x' ; UNKNOWN",
        "a.count >= 1 ; UNKNOWN",
        "yearsBetween(a.day, asOf) >= 1 ; UNKNOWN",
        "a.sum <= yuan('1') ; UNKNOWN",
        "a.no || a.yes ; UNKNOWN",
        "!a.no && a.yes ; UNKNOWN",
        "a.no && a.yes ; FAILS",
        "!a.no || a.count > 1 ; HOLDS",
        "a.count > 1 || !a.no ; HOLDS"
      })
  void a_missing_fact_is_unknown_unless_it_cannot_matter(String source, Verdict expected) {
    assertThat(evaluate(source, Map.of("a.no", false))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.nobody", "a.count == 'x'", "a.sum", "a.day > 3", "a.word +", "a.word in param.list"})
  void what_does_not_check_is_refused_when_it_is_compiled(String source) {
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.compile(source, TYPES, Map.of()));
  }

  @Test
  void a_fact_of_another_type_than_declared_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate("a.count == 3", Map.of("a.count", "3")))
        .withMessageContaining("a.count");
  }

  private static Verdict evaluate(String source, Map<String, Object> facts) {
    return Expression.compile(source, TYPES, Map.of()).evaluate(facts, ON);
  }
}
