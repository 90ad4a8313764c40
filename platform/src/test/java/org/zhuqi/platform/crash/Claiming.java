package org.zhuqi.platform.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A {@link ClaimingProcess} as its parent sees it: what it prints, and how to kill it. */
final class Claiming {
  private static final long PATIENCE_MILLIS = 120_000;
  private final Process process;
  private final Postmaster postmaster;
  private final List<String> printed = new ArrayList<>();
  private final Thread reader;

  private Claiming(Process process, Path home) {
    this.process = process;
    this.postmaster = new Postmaster(home);
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static Claiming start(Path home, Path lines, int round) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
            "-cp", System.getProperty("java.class.path"),
            ClaimingProcess.class.getName(), home.toAbsolutePath().toString(), lines.toAbsolutePath().toString(),
            Integer.toString(round));
    return new Claiming(new ProcessBuilder(command).redirectErrorStream(true).start(), home);
  }

  private void read() {
    try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = from.readLine(); line != null; line = from.readLine()) took(line);
    } catch (IOException e) {
      took("the pipe broke: " + e.getMessage());
    }
  }

  private synchronized void took(String line) {
    printed.add(line);
    notifyAll();
  }

  /** What follows the prefix in the first line that has it. */
  synchronized String await(String prefix) throws InterruptedException {
    until(lines -> lines.stream().anyMatch(l -> l.startsWith(prefix)), prefix);
    return printed.stream().filter(l -> l.startsWith(prefix)).findFirst().orElseThrow().substring(prefix.length());
  }

  synchronized void awaitAcknowledged(int claims) throws InterruptedException {
    until(lines -> lines.stream().filter(l -> l.startsWith("ack ")).count() >= claims, claims + " acknowledged claims");
  }

  private void until(Predicate<List<String>> there, String what) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!there.test(printed)) {
      if (!process.isAlive() && !reader.isAlive() || System.currentTimeMillis() > deadline) {
        throw new AssertionError("waited in vain for: " + what + "\n" + String.join("\n", others()));
      }
      wait(200);
    }
  }

  private List<String> others() {
    return printed.stream().filter(l -> !isClaim(l)).toList();
  }

  private static boolean isClaim(String line) {
    return line.startsWith("ask ") || line.startsWith("ack ");
  }

  /** Whole lines about claims; to be called when the process is dead. */
  synchronized List<String> claims() {
    return printed.stream().filter(Claiming::isClaim).filter(l -> l.split(" ", -1).length == 6).toList();
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** SIGKILL: nothing is closed, nothing is flushed. */
  void kill(boolean databaseToo) {
    if (databaseToo) {
      List<ProcessHandle> servers = postmaster.processes();
      process.destroyForcibly();
      servers.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The postmaster alone; its children learn of it in their own time. */
  void killPostmaster() {
    postmaster.signal("KILL", false);
  }
}
