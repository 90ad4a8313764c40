package org.zhuqi.platform.vouchers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Refusal;

/** A claim as it is kept. */
public record Claim(
    UUID id,
    UUID batch,
    UUID holder,
    String category,
    @Nullable UUID project,
    Money amount,
    ClaimAnswer.Kind outcome,
    @Nullable UUID voucher,
    @Nullable String number,
    @Nullable UUID decision,
    List<Refusal> refusals,
    Instant arrivedAt) {}
