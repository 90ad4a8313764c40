package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void the_bundled_packs_have_no_error_and_every_reading_is_reported() {
    assertThat(run()).as(out()).isZero();
    long readings =
        Measures.bundled().all().stream()
            .mapToLong(
                p -> p.provisions().stream().filter(x -> x.reading() != null).count() + (p.reading() == null ? 0 : 1))
            .sum();
    assertThat(out().lines().filter(l -> l.contains("reading"))).hasSize((int) readings);
    assertThat(out()).doesNotContain("has no worked case");
  }

  @Test
  void a_folder_is_checked_with_its_cases() {
    assertThat(run(folder().toString())).as(out()).isZero();
  }

  @Test
  void an_error_is_told_as_file_line_and_reason(@TempDir Path copy) throws IOException {
    Path pack = copy.resolve("2023-draft.yaml");
    String content = Files.content(folder().resolve("gyv/2023-draft.yaml"));
    java.nio.file.Files.writeString(pack, content.replace("atMost: 5000000 CNY", "atMost: 5000000"));
    assertThat(run(pack.toString())).isEqualTo(1);
    assertThat(out()).containsPattern("2023-draft\\.yaml:\\d+: .*unit");
  }

  @Test
  void a_case_that_does_not_come_out_is_an_error(@TempDir Path copy) throws IOException {
    Path cases = java.nio.file.Files.createDirectory(copy.resolve("cases"));
    Path pack = copy.resolve("2023-draft.yaml");
    java.nio.file.Files.copy(folder().resolve("gyv/2023-draft.yaml"), pack);
    String content = Files.content(folder().resolve("gyv/cases/holders.yaml"));
    java.nio.file.Files.writeString(cases.resolve("holders.yaml"), content.replace("headroom: 200000 CNY", "headroom: 1 CNY"));
    assertThat(run(pack.toString())).isEqualTo(1);
    assertThat(out()).containsPattern("holders\\.yaml:\\d+: GYV-7-3 .*headroom").contains("1 errors");
  }

  @Test
  void a_file_that_is_not_there_is_an_error() {
    assertThat(run("/no/such/file.yaml")).isEqualTo(1);
    assertThat(out()).contains("there is no such file");
  }

  @Test
  void the_index_names_exactly_the_files_of_the_folder() throws IOException {
    Path folder = folder();
    try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
      List<String> found =
          files
              .filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("vocabulary.yaml"))
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertThat(Files.listing("/measures/index.txt")).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  private int run(String... paths) {
    return Validate.run(List.of(paths), new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(ValidateTest.class.getResource("/measures")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
