package org.zhuqi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed run may have left on a data folder: its postmaster, or server processes whose postmaster is gone. */
final class Leftovers {
  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration STOP_WAIT = Duration.ofSeconds(30);

  private final Path data;

  Leftovers(Path data) {
    this.data = data;
  }

  /**
   * Returns when no process works on the folder any more.
   *
   * @throws IllegalStateException when one does not end
   */
  void clear() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    ProcessHandle process = ProcessHandle.of(pid(pidFile)).orElse(null);
    if (process != null && isOurs(process)) {
      log.info("Stopping the postmaster {} that an earlier run left behind", process.pid());
      // SIGINT is PostgreSQL's fast shutdown; destroy() would send SIGTERM, which waits for its clients.
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
      await(() -> !process.isAlive(), "postmaster " + process.pid());
    } else if (process != null) {
      // The number now belongs to somebody else, whom PostgreSQL would take for its own.
      Files.deleteIfExists(pidFile);
    }
    // Where the postmaster was killed its children notice a moment later. The file stays: by it PostgreSQL itself makes
    // sure that nobody still uses the old shared memory.
    await(() -> workers().isEmpty(), "PostgreSQL's processes on " + data);
  }

  /** The postmaster that wrote the folder's pid file, if it runs. */
  Optional<ProcessHandle> postmaster() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    return Files.exists(pidFile) ? ProcessHandle.of(pid(pidFile)).filter(this::isOurs) : Optional.empty();
  }

  private static long pid(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Another PostgreSQL of this machine may have got the number meanwhile: ours was told our folder. */
  private boolean isOurs(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return info.command().map(c -> c.endsWith("postgres")).orElse(false)
        && info.arguments().map(a -> List.of(a).contains(data.toString())).orElse(true);
  }

  /** Server processes in the folder, where the system shows them (Linux); elsewhere none. */
  private List<Path> workers() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      Path folder = data.toRealPath();
      return processes.filter(p -> worksIn(p, folder)).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean worksIn(Path process, Path folder) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(folder)
          && Files.readSymbolicLink(process.resolve("exe")).endsWith("postgres");
    } catch (IOException | RuntimeException e) {
      return false; // not a process, another user's, or already gone
    }
  }

  private static void await(BooleanSupplier gone, String what) {
    long deadline = System.nanoTime() + STOP_WAIT.toNanos();
    while (!gone.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(what + " did not stop within " + STOP_WAIT.toSeconds() + " s");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + what, e);
      }
    }
  }
}
