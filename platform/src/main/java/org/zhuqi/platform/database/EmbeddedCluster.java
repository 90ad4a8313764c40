package org.zhuqi.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL of our own, in a folder: for the demo, for tests, for a first look.
 *
 * <p>It recovers by itself from a killed JVM or postmaster: one instance holds the file lock, an orphaned postmaster of
 * the same folder is stopped first, and crash recovery is PostgreSQL's own.
 */
final class EmbeddedCluster implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedCluster.class);
  private static final Duration STOP_WAIT = Duration.ofSeconds(30);

  static final String OWNER = "zhuqi_owner";
  static final String APP = "zhuqi_app";

  /** Several application contexts of one JVM (tests) share the cluster of a folder, each with a database of its own. */
  private static final Map<Path, EmbeddedCluster> RUNNING = new HashMap<>();

  private final Path root;
  private int users;
  private final EmbeddedPostgres postgres;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final String password;

  private EmbeddedCluster(
      Path root, EmbeddedPostgres postgres, FileChannel lockFile, FileLock lock, String password) {
    this.root = root;
    this.postgres = postgres;
    this.lockFile = lockFile;
    this.lock = lock;
    this.password = password;
  }

  /**
   * Starts, or recovers and starts, the cluster in {@code home}.
   *
   * @throws IllegalStateException with a sentence for the operator when it cannot
   */
  static EmbeddedCluster start(Path home) {
    synchronized (RUNNING) {
      EmbeddedCluster cluster =
          RUNNING.computeIfAbsent(home.toAbsolutePath().normalize(), EmbeddedCluster::startNew);
      cluster.users++;
      return cluster;
    }
  }

  private static EmbeddedCluster startNew(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new IllegalStateException(
            "Another instance already uses the database folder " + root
                + ". Stop it, or give this one its own with --zhuqi.database.home=<folder>.");
      }
      Path data = root.resolve("data");
      stopOrphan(data.resolve("postmaster.pid"));
      String password = secret(root.resolve("password"));
      EmbeddedPostgres postgres = builder(root, data, password).start();
      var cluster = new EmbeddedCluster(root, postgres, channel, lock, password);
      cluster.prepareRoles();
      return cluster;
    } catch (IOException | SQLException | RuntimeException e) {
      if (e instanceof IllegalStateException own && e.getCause() == null && own.getMessage() != null
          && own.getMessage().startsWith("Another instance")) throw own;
      throw new IllegalStateException(
          "The embedded PostgreSQL did not start (as root it needs 'unshare', which some containers forbid). "
              + "Use an existing PostgreSQL instead with --zhuqi.database.url=jdbc:postgresql://host/db; see the README.",
          e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path root, Path data, String password) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(root.resolve("binaries").toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        // Passed on to initdb: the superuser has a password from the first moment, nothing is ever trusted.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", root.resolve("password").toString())
        .setLocaleConfig("locale", "C.UTF-8")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setConnectConfig("password", password)
        // The library's defaults (-F, synchronous_commit=off) lose acknowledged work when the machine stops.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("timezone", "Asia/Shanghai")
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "128MB");
  }

  /** A postmaster whose JVM was killed lives on; it must be gone before another starts on the same folder. */
  private static void stopOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) return;
    List<String> lines = Files.readAllLines(pidFile);
    long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    ProcessHandle orphan = ProcessHandle.of(pid).orElse(null);
    boolean postgres =
        orphan != null && orphan.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    if (orphan != null && postgres) {
      log.info("Stopping the postmaster {} that an earlier run left behind", pid);
      // SIGINT is PostgreSQL's fast shutdown; destroy() would send SIGTERM, which waits for its clients.
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
      long deadline = System.nanoTime() + STOP_WAIT.toNanos();
      while (orphan.isAlive() && System.nanoTime() < deadline) sleep();
      if (orphan.isAlive()) {
        throw new IllegalStateException("postmaster " + pid + " did not stop within " + STOP_WAIT.toSeconds() + " s");
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }

  private void prepareRoles() throws SQLException {
    try (Connection c = postgres.getPostgresDatabase().getConnection();
        var s = c.createStatement()) {
      // The password is hex that we made: safe to put into the statement, which takes no parameters.
      s.execute(
          """
          do $$ begin
            if not exists (select from pg_roles where rolname = '%1$s') then
              create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls; end if;
            if not exists (select from pg_roles where rolname = '%2$s') then
              create role %2$s login nosuperuser nocreatedb nocreaterole nobypassrls; end if;
          end $$"""
              .formatted(OWNER, APP));
      s.execute("alter role " + OWNER + " password '" + password + "'");
      s.execute("alter role " + APP + " password '" + password + "'");
    }
  }

  /**
   * The JDBC URL of a database of this cluster, made if it does not exist.
   *
   * @param name lower-case letters, digits and underscores
   */
  String database(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) throw new IllegalArgumentException("not a database name: " + name);
    try (Connection c = postgres.getPostgresDatabase().getConnection();
        var s = c.createStatement()) {
      boolean exists;
      try (var rs = s.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        exists = rs.next();
      }
      if (!exists) s.execute("create database " + name + " owner " + OWNER);
      return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be made", e);
    }
  }

  String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    synchronized (RUNNING) {
      if (--users > 0) return;
      RUNNING.remove(root);
      postgres.close();
      lock.release();
      lockFile.close();
    }
  }
}
