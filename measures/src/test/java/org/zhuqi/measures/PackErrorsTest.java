package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack that is right, broken in one place at a time: the error names the line and the reason. */
class PackErrorsTest {
  private static final String RIGHT =
      """
      code: TST
      version: '1'
      title: {zh: 试, en: test}
      issuer: {zh: 试, en: test}
      stage: final
      area: {zh: 试, en: test}
      inForce: {from: 2024-01-01, until: 2025-12-31}
      transition: keep_filed_version
      applicants: [{code: firm, zh: 企业, en: firm}]
      facts:
        firm.area: {type: string, source: register, label: {zh: 地, en: area}}
        firm.staff: {type: int, unit: persons, source: form, label: {zh: 人数, en: staff}}
      articles:
        - article: 1
          provisions:
            - id: TST-1-1
              kind: condition
              mode: X
              role: claim.eligibility
              for: [firm]
              cite: {zh: 第一条, en: Art. 1}
              text: {zh: 试, en: test}
              params: {staff: 5 persons}
              checks:
                - name: staff
                  when: firm.staff >= param.staff
                  holds: {zh: '{firm.staff} 人', en: '{firm.staff} staff'}
                  fails: {zh: '{firm.staff} 人', en: '{firm.staff} staff'}
        - article: 2
          provisions:
            - id: TST-2-1
              kind: limit
              mode: X
              role: claim.ceiling
              cite: {zh: 第二条, en: Art. 2}
              text: {zh: 试, en: test}
              atMost: 100.50 CNY
              per: holder
              period: calendar_year
              over: all_batches
            - id: TST-2-2
              kind: score
              mode: X
              role: rating
              cite: {zh: 第二条, en: Art. 2}
              text: {zh: 试, en: test}
              bands:
                - {code: low, zh: 低, en: low, from: 0, below: 60}
                - {code: high, zh: 高, en: high, from: 60}
      """;

  @Test
  void the_pack_that_is_right_loads() {
    assertThat(problems(RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "firm.staff >= param.staff | firm.stuff >= param.staff | 26 | not declared: firm.stuff",
        "firm.staff >= param.staff | firm.area >= param.staff | 26 | does not check",
        "firm.staff >= param.staff | firm.staff | 26 | does not check",
        "until: 2025-12-31 | until: 2023-12-31 | 7 | before it begins",
        "from: 2024-01-01 | from: 2024-02-30 | 7 | not a date",
        "from: 60} | from: 59} | 48 | overlaps",
        "from: 60} | from: 61} | 48 | gap",
        "kind: limit | kind: ceiling | 31 | not known",
        "role: claim.ceiling | role: claim.roof | 33 | vocabulary",
        "role: claim.ceiling | role: claim.order | 33 | asked as",
        "id: TST-2-2 | id: TST-2-1 | 41 | twice",
        "id: TST-2-2 | id: TST-3-1 | 41 | must be TST-2-",
        "article: 2 | article: 1 | 29 | in order",
        "100.50 CNY | 100.505 CNY | 36 | two decimals",
        "100.50 CNY | 100.50 | 36 | unit",
        "100.50 CNY | 100.50 USD | 36 | unit",
        "100.50 CNY | 5 working_days | 36 | unit",
        "100.50 CNY | -1 CNY | 36 | digits",
        "per: holder | per: planet | 37 | not known here",
        "for: [firm] | for: [farm] | 16 | applicants",
        "text: {zh: 试, en: test} | text: {zh: 试} | 22 | is missing",
        "              cite: {zh: 第二条, en: Art. 2} | NOTHING | 30 | is missing",
        "over: all_batches | over: some_batches | 39 | not known here",
        "unit: persons, | NOTHING | 12 | needs a unit",
        "mode: X | mode: Y | 16 | X, R or P",
        "'{firm.staff} 人' | '{firm.area} 人' | 25 | placeholder",
        "transition: keep_filed_version | transitions: keep_filed_version | 8 | unknown key"
      })
  void an_error_names_its_line_and_reason(String right, String wrong, int line, String reason) {
    String broken = RIGHT.replaceFirst(java.util.regex.Pattern.quote(right), wrong.equals("NOTHING") ? "" : wrong);
    assertThat(broken).isNotEqualTo(RIGHT);
    assertThat(problems(broken)).anySatisfy(p -> {
      assertThat(p.line()).isBetween(line - 1, line + 1);
      assertThat(p.reason()).contains(reason);
    });
  }

  @Test
  void all_errors_are_reported_at_once() {
    String broken = RIGHT.replace("100.50 CNY", "100.505 CNY").replace("from: 60}", "from: 61}").replace("[firm]", "[farm]");
    assertThat(problems(broken)).hasSize(3);
  }

  @Test
  void a_condition_that_is_a_part_of_itself_is_refused() {
    String broken = RIGHT.replace("params: {staff: 5 persons}", "params: {staff: 5 persons}\n        of: [TST-1-1]");
    assertThat(problems(broken)).extracting(PackException.Problem::reason).contains("the condition is a part of itself");
  }

  @Test
  void what_is_not_yaml_is_told_with_its_line() {
    assertThat(problems("code: [\nversion: }"))
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).contains("not readable as YAML"));
  }

  private static List<PackException.Problem> problems(String content) {
    List<PackException.Problem> problems = new ArrayList<>();
    PackReader.read("test.yaml", content, problems);
    return problems;
  }
}
