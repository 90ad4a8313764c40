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
 * the same folder is stopped first, and crash recovery is PostgreSQL's own. A postmaster that ends while we run is started again.
 */
final class EmbeddedCluster implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedCluster.class);

  static final String OWNER = "zhuqi_owner";
  static final String APP = "zhuqi_app";

  /** Several application contexts of one JVM (tests) share the cluster of a folder, each with a database of its own. */
  private static final Map<Path, EmbeddedCluster> RUNNING = new HashMap<>();

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Path root;
  private int users;
  private EmbeddedPostgres postgres;
  private boolean closed;
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
      new Leftovers(data(root)).clear();
      String password = secret(root.resolve("password"));
      EmbeddedPostgres postgres = builder(root, password).start();
      var cluster = new EmbeddedCluster(root, postgres, channel, lock, password);
      cluster.prepareRoles();
      cluster.watch();
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

  private static EmbeddedPostgres.Builder builder(Path root, String password) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(root.resolve("binaries").toFile())
        .setDataDirectory(data(root))
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

  private static Path data(Path root) {
    return root.resolve("data");
  }

  /** Waits for the postmaster to end, which it should not before we close. */
  private void watch() throws IOException {
    ProcessHandle postmaster =
        new Leftovers(data(root)).postmaster().orElseThrow(() -> new IOException("the postmaster is gone already"));
    postmaster
        .onExit()
        .thenRunAsync(this::revive, work -> Thread.ofPlatform().name("postmaster-watch").daemon().start(work));
  }

  /**
   * Starts the postmaster again, on the same port, when it was killed or stopped under our feet. Until it has recovered,
   * requests are told that the database cannot be reached.
   */
  private void revive() {
    boolean running = false;
    while (!running) {
      synchronized (this) {
        if (closed) return;
        log.warn("The embedded PostgreSQL has stopped; it is started again");
        try {
          postgres.close();
          new Leftovers(data(root)).clear();
          postgres = builder(root, password).setPort(postgres.getPort()).start();
          watch();
          running = true;
        } catch (IOException | RuntimeException e) {
          log.error("The embedded PostgreSQL did not start again; trying again in {} s", PAUSE.toSeconds(), e);
        }
      }
      if (!running) pause();
    }
    log.info("The embedded PostgreSQL runs again");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
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
      synchronized (this) {
        closed = true;
        postgres.close();
      }
      lock.release();
      lockFile.close();
    }
  }
}
