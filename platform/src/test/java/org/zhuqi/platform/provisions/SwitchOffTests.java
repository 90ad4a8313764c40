package org.zhuqi.platform.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Mode;
import org.zhuqi.measures.Provision;

/**
 * Switches off one provision after the other and runs the tests named after it: one of them must fail, or they prove
 * nothing. Takes minutes; run it by {@code ops/switch-off.sh}, for all provisions or for some.
 */
@EnabledIfSystemProperty(named = SwitchOffTests.WHICH, matches = ".+")
class SwitchOffTests {
  /** "all", or provision ids with commas between. */
  static final String WHICH = "zhuqi.switch-off";

  private static final Path REPORT = Path.of("target", "switch-off.txt");
  private final List<String> report = new ArrayList<>();

  @Test
  void a_test_of_every_provision_fails_when_it_is_switched_off() throws Exception {
    // Spring closes an application when the next one comes; each has a pool of connections.
    System.setProperty("spring.test.context.cache.maxSize", "1");
    NamedTests tests = NamedTests.find();
    List<String> still = new ArrayList<>();
    List<Method> proven = new ArrayList<>();
    for (String id : chosen()) {
      List<Method> named = tests.of(id);
      FirstFailure off = FirstFailure.of(named, id);
      String verdict = off.found() ? "fails" : named.isEmpty() ? "HAS NO TEST" : "STILL PASSES (" + named.size() + ")";
      say("%-9s %-18s %3d s  %s", id, verdict, off.took().toSeconds(), off.text());
      if (off.found()) proven.addAll(off.failed());
      else still.add(id);
    }
    // Only now: so they also pass in a virtual machine in which others have failed before.
    FirstFailure on = FirstFailure.of(proven, "");
    say("all on    %-18s %3d s  %s", on.found() ? "FAILS" : "pass", on.took().toSeconds(), on.text());
    assertThat(on.found()).as("a test that fails anyway proves nothing: %s", on.text()).isFalse();
    assertThat(still).as("provisions whose tests pass without them").isEmpty();
  }

  private static List<String> chosen() {
    String which = System.getProperty(WHICH, "");
    if (!which.equals("all")) return Arrays.stream(which.split(",", -1)).map(String::strip).toList();
    return Measures.bundled().all().stream()
        .flatMap(p -> p.provisions().stream())
        .filter(p -> p.mode() != Mode.PRINCIPLE)
        .map(Provision::id)
        .toList();
  }

  private void say(String format, Object... parts) throws java.io.IOException {
    String line = String.format(format, parts);
    System.out.println(line);
    report.add(line);
    Files.write(REPORT, report);
  }
}
