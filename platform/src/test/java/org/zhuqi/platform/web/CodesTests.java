package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.contracts.ContractEvent;
import org.zhuqi.platform.registers.EntryEvent;

class CodesTests {
  private static final Pattern ACT = Pattern.compile("audit\\.record\\([^;]*?\"([a-z_]+\\.[a-z_]+)\"(?:\\s*:\\s*\"([a-z_]+\\.[a-z_]+)\")?");

  @Test
  void every_act_that_the_code_records_has_words() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> acts = files.filter(f -> f.toString().endsWith(".java")).flatMap(f -> acts(f).stream()).distinct().toList();
      assertThat(acts).hasSizeGreaterThan(60);
      assertThat(acts).allMatch(Codes::knows);
    }
  }

  @Test
  void acts_that_are_named_after_an_event_have_words() {
    assertThat(CaseEvent.values()).allMatch(e -> knows("case", e));
    assertThat(ContractEvent.values()).allMatch(e -> knows("contract", e));
    assertThat(EntryEvent.values()).allMatch(e -> knows("register", e));
  }

  private static boolean knows(String prefix, Enum<?> event) {
    return Codes.knows(prefix + "." + event.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static List<String> acts(Path file) {
    try {
      return ACT.matcher(Files.readString(file)).results().flatMap(m -> Stream.of(m.group(1), m.group(2))).filter(java.util.Objects::nonNull).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
