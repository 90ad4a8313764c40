package org.zhuqi.platform.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Mode;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;

/** Each provision that is executed or recorded has a test that carries its name; {@link SwitchOffTests} tries those. */
class ProvisionCoverageTests {

  @Test
  void every_executed_or_recorded_provision_has_a_test_of_its_name() throws Exception {
    NamedTests tests = NamedTests.find();
    List<String> without =
        Measures.bundled().all().stream()
            .flatMap(p -> p.provisions().stream())
            .filter(p -> p.mode() != Mode.PRINCIPLE)
            .map(Provision::id)
            .filter(id -> tests.of(id).isEmpty())
            .toList();
    assertThat(without).as("provisions without a test named after them").isEmpty();
  }

  @Test
  void no_test_is_named_after_a_provision_that_does_not_exist() throws Exception {
    NamedTests tests = NamedTests.find();
    for (Pack pack : Measures.bundled().all()) {
      List<String> prefixes = pack.provisions().stream().map(p -> p.id().replace('-', '_') + "_").toList();
      assertThat(tests.named(pack.code())).allSatisfy(m -> assertThat(prefixes).anyMatch(m.getName()::startsWith));
    }
  }
}
