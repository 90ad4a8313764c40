package org.zhuqi.platform.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 under the secret of this installation: lets values be compared (a person, a bank account, an invoice)
 * without being kept, and tokens be made that nobody else can make.
 *
 * <p>The secret is the setting {@code zhuqi.secret}, or else a file of 32 random bytes that the first start writes to
 * {@code zhuqi.home}. Instances of one installation need the same: the database remembers a check value, and an
 * instance with another secret refuses to start rather than compare apples with pears.
 */
@Component
public class KeyedHash {
  private static final int SECRET_BYTES = 32;
  private final SecretKeySpec key;

  KeyedHash(@Value("${zhuqi.home:.data}") Path home, @Value("${zhuqi.secret:}") String configured, JdbcClient jdbc) {
    this.key = new SecretKeySpec(secret(home, configured), "HmacSHA256");
    String mine = of("check", "installation");
    jdbc.sql("insert into keyed_hash_check (value) values (:v) on conflict do nothing").param("v", mine).update();
    String first = jdbc.sql("select value from keyed_hash_check").query(String.class).single();
    if (!first.equals(mine)) {
      throw new IllegalStateException(
          "The secret of this instance is not the one that this database was begun with. Give every instance the same"
              + " zhuqi.secret, or the file 'secret' of the first instance's zhuqi.home (now " + home + ").");
    }
  }

  /**
   * @param purpose keeps uses apart: the same value hashed for two purposes gives two results
   * @return 64 lower-case hex digits
   */
  public String of(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }

  /** Compares without telling by its duration how much was right. */
  public boolean matches(String purpose, String value, String hash) {
    return MessageDigest.isEqual(
        of(purpose, value).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] secret(Path home, String configured) {
    if (!configured.isBlank()) {
      byte[] bytes = configured.getBytes(StandardCharsets.UTF_8);
      if (bytes.length < SECRET_BYTES) {
        throw new IllegalStateException("zhuqi.secret is too short: use at least " + SECRET_BYTES + " characters");
      }
      return bytes;
    }
    try {
      Files.createDirectories(home);
      return HexFormat.of().parseHex(Files.readString(written(home.resolve("secret"))).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The secret in " + home + " can be neither read nor written", e);
    }
  }

  private static Path written(Path file) throws IOException {
    if (Files.exists(file)) return file;
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    } catch (FileAlreadyExistsException e) {
      // Another instance on the same folder was first: its secret is the one.
    }
    return file;
  }
}
