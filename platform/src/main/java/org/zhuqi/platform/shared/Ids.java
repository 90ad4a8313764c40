package org.zhuqi.platform.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered ids (UUID version 7, RFC 9562): any instance makes them, and they append to an index. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextInt() & 0xFFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
