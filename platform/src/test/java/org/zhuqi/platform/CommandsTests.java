package org.zhuqi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTests {

  @Test
  void validate_needs_no_database_and_names_file_line_and_reason(@TempDir Path folder) throws Exception {
    Path pack = Files.writeString(folder.resolve("pack.yaml"), "code: X\nversion: 1\nnonsense: true\n");
    assertThat(run("validate", pack.toString(), "--zhuqi.database.url=jdbc:postgresql://nowhere.invalid/db"))
        .startsWith("1\n")
        .contains("pack.yaml:3:");
    assertThat(run("validate")).startsWith("0\n");
  }

  @Test
  void a_word_is_a_command_and_a_setting_is_not() {
    assertThat(Commands.isCommand(new String[] {"verify-audit"})).isTrue();
    assertThat(Commands.isCommand(new String[] {"--server.port=0"})).isFalse();
    assertThat(Commands.isCommand(new String[0])).isFalse();
  }

  @Test
  void an_unknown_command_ends_with_2_and_names_those_that_exist(@TempDir Path home) {
    assertThat(run("verify-everything", "--zhuqi.home=" + home)).startsWith("2\n").contains("validate, verify-audit");
  }

  @Test
  void verify_audit_runs_without_the_web_server_and_ends_with_0_on_an_unbroken_trail(@TempDir Path home) {
    assertThat(run("verify-audit", "--zhuqi.home=" + home)).startsWith("0\n").contains("unbroken");
  }

  private static String run(String... args) {
    var bytes = new ByteArrayOutputStream();
    int status = Commands.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return status + "\n" + bytes.toString(StandardCharsets.UTF_8);
  }
}
