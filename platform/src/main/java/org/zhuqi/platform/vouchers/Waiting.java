package org.zhuqi.platform.vouchers;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.zhuqi.platform.shared.Actor;

/**
 * A claim and its waiting caller.
 *
 * @param number order of arrival at this desk
 */
record Waiting(
    String tenant, Actor by, UUID holder, Ask ask, Instant arrived, long number, CompletableFuture<ClaimAnswer> answer) {

  /** What makes a retry recognizable. */
  record Key(UUID holder, String key) {}

  Key key() {
    return new Key(holder, ask.key());
  }
}
