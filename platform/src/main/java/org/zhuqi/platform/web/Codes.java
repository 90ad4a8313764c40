package org.zhuqi.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.zhuqi.measures.Text;

/** What people read for the codes of acts and of what they were done to, such as {@code contract.filed}: {@code words.csv}. */
public final class Codes {
  private static final Map<String, Text> WORDS = read();

  private Codes() {}

  /** A code that a later version no longer knows reads as it is. */
  public static Text of(String code) {
    return WORDS.getOrDefault(code, new Text(code, code));
  }

  public static boolean knows(String code) {
    return WORDS.containsKey(code);
  }

  private static Map<String, Text> read() {
    try (InputStream in = Objects.requireNonNull(Codes.class.getResourceAsStream("/words.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .collect(Collectors.toUnmodifiableMap(c -> c[0], c -> new Text(c[1], c[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
