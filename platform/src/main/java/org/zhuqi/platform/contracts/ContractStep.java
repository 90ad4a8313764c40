package org.zhuqi.platform.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in a contract's timeline; kept forever. */
public record ContractStep(
    ContractEvent event,
    @Nullable ContractState from,
    ContractState to,
    Side side,
    String byName,
    @Nullable UUID account,
    Instant at,
    @Nullable String note,
    @Nullable String provision) {}
