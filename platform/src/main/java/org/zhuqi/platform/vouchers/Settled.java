package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Refusal;

/** A claim that was decided and is about to be written. */
record Settled(
    UUID claim,
    Waiting waiting,
    Batch batch,
    Judged judged,
    ClaimAnswer.Kind kind,
    @Nullable UUID voucher,
    @Nullable UUID pot,
    List<Refusal> refusals) {

  boolean granted() {
    return kind == ClaimAnswer.Kind.GRANTED;
  }

  ClaimAnswer answer(@Nullable String number, UUID decision) {
    return new ClaimAnswer(claim, kind, waiting.ask().amount(), voucher, number, refusals, decision);
  }
}
