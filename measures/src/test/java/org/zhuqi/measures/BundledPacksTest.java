package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledPacksTest {
  @Test
  void the_bundled_packs_load_without_error() {
    var out = new ByteArrayOutputStream();
    int code = Validate.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
