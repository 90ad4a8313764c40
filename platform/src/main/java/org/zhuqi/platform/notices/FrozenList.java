package org.zhuqi.platform.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhuqi.platform.shared.Json;

/**
 * The canonical form of a published list: one JSON text whose keys come in a fixed order (head first, then lines by number,
 * fields in the order of the columns), without blanks, in UTF-8. Its SHA-256 stands on the page; anybody can recompute it.
 */
final class FrozenList {
  private FrozenList() {}

  static String canonical(String number, LocalDate published, LocalDate lastDay, PublishNotice n) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("number", number);
    content.put("measure", n.measure());
    content.put("version", n.version());
    content.put("provision", n.provision());
    content.put("title", n.title().zh());
    content.put("published", published.toString());
    content.put("lastDay", lastDay.toString());
    content.put("columns", n.columns().stream().map(c -> c.label().zh()).toList());
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < n.lines().size(); i++) lines.add(line(i + 1, n.columns(), n.lines().get(i)));
    content.put("lines", lines);
    return Json.write(content);
  }

  private static Map<String, Object> line(int number, List<PublishNotice.Column> columns, PublishNotice.Line line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("line", number);
    columns.forEach(c -> row.put(c.label().zh(), line.fields().getOrDefault(c.key(), "")));
    return row;
  }

  static String sha256(String content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
