package org.zhuqi.platform.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL processes of an embedded cluster, seen from outside the application. */
final class Postmaster {
  private final Path pidFile;

  /** @param home the application's home folder */
  Postmaster(Path home) {
    this.pidFile = home.resolve("database").resolve("data").resolve("postmaster.pid");
  }

  /** The postmaster, then its children; empty when it does not run. */
  List<ProcessHandle> processes() {
    List<ProcessHandle> found = new ArrayList<>();
    try {
      if (Files.exists(pidFile)) {
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
            .filter(p -> p.info().command().orElse("").endsWith("postgres"))
            .ifPresent(
                p -> {
                  found.add(p);
                  p.descendants().forEach(found::add);
                });
      }
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("cannot read " + pidFile, e);
    }
    return found;
  }

  /** Sends a signal by name, such as {@code STOP}, to the postmaster alone or to its children too. */
  void signal(String name, boolean children) {
    List<ProcessHandle> all = processes();
    signal(name, children ? all : all.subList(0, Math.min(1, all.size())));
  }

  static void signal(String name, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(p -> command.add(Long.toString(p.pid())));
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
