package org.zhuqi.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one byte sequence that stands for a record, whatever wrote it: each part with its length, maps by key, numbers in
 * plain digits. A change here would break every existing chain.
 */
final class Canonical {
  static final byte[] START = new byte[32];

  private Canonical() {}

  /** SHA-256 over the hash before and the record's content. */
  static byte[] hash(byte[] before, AuditRecord r) {
    var bytes = new ByteArrayOutputStream(512);
    try (var out = new DataOutputStream(bytes)) {
      out.write(before);
      for (Object part :
          new @Nullable Object[] {
            r.id(), micros(r), r.account(), r.name(), r.role(), r.party(), r.agency(), r.act(), r.subjectKind(),
            r.subject(), r.provision(), r.grounds(), r.details()
          }) {
        write(out, part);
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long micros(AuditRecord r) {
    return Math.addExact(Math.multiplyExact(r.at().toEpochSecond(), 1_000_000L), r.at().getNano() / 1000);
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('0');
      case Map<?, ?> map -> {
        out.writeByte('m');
        out.writeInt(map.size());
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((k, v) -> sorted.put(String.valueOf(k), v));
        for (var e : sorted.entrySet()) {
          write(out, e.getKey());
          write(out, e.getValue());
        }
      }
      case List<?> list -> {
        out.writeByte('l');
        out.writeInt(list.size());
        for (Object item : list) write(out, item);
      }
      case Number n -> text(out, 'n', new BigDecimal(n.toString()).stripTrailingZeros().toPlainString());
      case Boolean b -> out.writeByte(b ? 't' : 'f');
      default -> text(out, 's', value.toString());
    }
  }

  private static void text(DataOutputStream out, char kind, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(kind);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
