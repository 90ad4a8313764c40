package org.zhuqi.measures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A random draw for inspection that anyone can recompute from the population and the seed. */
public record Draw(Head head, Method method, int sharePercent, int minimum) implements Provision {
  /** How the sample follows from population and seed. */
  public enum Method {
    /** Each id gets SHA-256(seed + "\n" + id) in lower-case hex; the smallest are drawn. */
    SHA256_ORDER
  }

  /** How many are drawn: the share rounded up, at least the minimum, at most all. */
  public int size(int population) {
    long share = Math.ceilDiv((long) population * sharePercent, 100L);
    return (int) Math.min(population, Math.max(share, minimum));
  }

  /** The ids drawn, in the order of the draw. Double ids count once. */
  public List<String> draw(Collection<String> population, String seed) {
    List<String> distinct = population.stream().distinct().toList();
    return distinct.stream()
        .sorted(Comparator.comparing((String id) -> mark(seed, id)).thenComparing(Comparator.naturalOrder()))
        .limit(size(distinct.size()))
        .toList();
  }

  /** The hash by which an id is ordered, for publication beside the result. */
  public static String mark(String seed, String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest((seed + "\n" + id).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
