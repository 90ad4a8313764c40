package org.zhuqi.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * What a verification of the trail found.
 *
 * @param sealed how many records were checked and found unbroken, from the first
 * @param waiting records that are not sealed yet
 * @param broken the first record that does not fit; null when all do
 * @param head where the chain ends; null for an empty chain
 */
public record Verification(long sealed, long waiting, @Nullable Broken broken, @Nullable Anchor head) {

  public boolean ok() {
    return broken == null;
  }

  /** How the trail was tampered with. */
  public enum Kind {
    /** The content of a sealed record, or its seal, is not what was sealed. */
    CHANGED,
    /** A sealed record, or a seal, is gone. */
    REMOVED,
    /** A record stands among sealed ones that was not there when they were sealed. */
    INSERTED,
    /** The chain does not contain an anchor that was exported from it. */
    ANCHOR
  }

  /** @param record null where the seal itself is gone */
  public record Broken(Kind kind, long number, @Nullable UUID record, Text sentence) {}
}
