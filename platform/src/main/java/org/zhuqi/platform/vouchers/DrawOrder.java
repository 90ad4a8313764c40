package org.zhuqi.platform.vouchers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The order of a drawn batch, recomputable by anyone: claims in the order of SHA-256(seed + ":" + claim id), both as text.
 * The seed is fixed when the batch is released, and its own SHA-256 shown from then on.
 */
final class DrawOrder {
  private DrawOrder() {}

  static String commitment(String seed) {
    return sha256(seed);
  }

  static List<UUID> of(String seed, List<UUID> claims) {
    return claims.stream().sorted(Comparator.comparing(id -> sha256(seed + ":" + id))).toList();
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
