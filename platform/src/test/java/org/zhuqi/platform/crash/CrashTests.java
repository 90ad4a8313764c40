package org.zhuqi.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The application and its database are killed with SIGKILL in the middle of claims. The next start on the same folder
 * recovers by itself; every claim that was acknowledged is there with all its parts, and nothing is half done.
 */
class CrashTests {
  /** Who is killed at the end of each round. */
  private enum Victim {
    APPLICATION,
    APPLICATION_AND_DATABASE,
    POSTMASTER_FIRST
  }

  private static final Path HOME = Path.of("target", "crash-home");
  private final List<String> printed = new ArrayList<>();
  private final List<Claiming> started = new ArrayList<>();

  @AfterEach
  void leaveNothingRunning() {
    started.forEach(c -> c.kill(true));
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void every_acknowledged_claim_survives_when_application_and_database_are_killed_in_mid_claim() throws Exception {
    empty(HOME);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    System.out.println("crash test, seed " + seed);
    int round = 0;
    for (Victim victim : Victim.values()) {
      Claiming claiming = start(++round);
      recovered(claiming, round);
      claiming.awaitAcknowledged(200 + random.nextInt(400));
      switch (victim) {
        case APPLICATION -> claiming.kill(false);
        case APPLICATION_AND_DATABASE -> claiming.kill(true);
        case POSTMASTER_FIRST -> {
          claiming.killPostmaster();
          TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
          claiming.kill(false);
        }
      }
      keep(victim, claiming);
    }
    Claiming last = start(0);
    recovered(last, round + 1);
    assertThat(last.awaitEnd()).isZero();
  }

  private Claiming start(int round) throws IOException {
    Files.write(HOME.resolve("printed"), printed);
    Claiming process = Claiming.start(HOME, HOME.resolve("printed"), round);
    started.add(process);
    return process;
  }

  /** The process checks what it finds before it goes on; see {@link Aftermath}. */
  private static void recovered(Claiming process, int round) throws InterruptedException {
    System.out.println("start " + round + ": ready after " + process.await("ready ") + " ms");
    System.out.println("start " + round + ": " + process.await("checked "));
  }

  private void keep(Victim victim, Claiming claiming) {
    List<String> lines = claiming.claims();
    long asked = lines.stream().filter(l -> l.startsWith("ask ")).count();
    long acknowledged = lines.size() - asked;
    System.out.println("killed " + victim + " after " + acknowledged + " acknowledged claims, " + (asked - acknowledged) + " in flight");
    assertThat(asked).as("some are in flight: it was in mid-claim").isGreaterThan(acknowledged);
    printed.addAll(lines);
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
      }
    }
    Files.createDirectories(folder);
  }
}
