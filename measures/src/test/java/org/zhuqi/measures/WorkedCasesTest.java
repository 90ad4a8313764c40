package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every worked case of the bundled packs, and proves that each executed provision is needed. */
class WorkedCasesTest {
  private final Measures measures = Measures.bundled();
  private final WorkingDays calendar = WorkingDays.bundled();
  private final List<WorkedCase> cases = PackLoader.bundledCases();

  @TestFactory
  Stream<DynamicTest> every_case_comes_out_as_written() {
    return cases.stream()
        .map(
            c ->
                dynamicTest(
                    c.provision() + " " + c.name(),
                    () -> assertThat(c.failure(pack(c), calendar)).as(c.file() + ":" + c.line()).isNull()));
  }

  @TestFactory
  Stream<DynamicTest> switching_an_executed_provision_off_makes_one_of_its_cases_fail() {
    return measures.all().stream()
        .flatMap(
            pack ->
                pack.provisions().stream()
                    .filter(p -> p.mode() == Mode.EXECUTED)
                    .map(
                        p ->
                            dynamicTest(
                                p.id() + " is needed",
                                () -> assertThat(fails(pack, p.id())).as("a case that fails without it").isTrue())));
  }

  private boolean fails(Pack pack, String id) {
    Pack without = pack.without(id);
    return cases.stream()
        .filter(c -> c.provision().equals(id) && c.version().equals(pack.version()))
        .anyMatch(c -> c.failure(without, calendar) != null);
  }

  private Pack pack(WorkedCase c) {
    return measures.version(c.measure(), c.version()).orElseThrow();
  }
}
