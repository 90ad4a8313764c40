package org.zhuqi.platform.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;

/** A transfer as it stands in the ledger, for reading. */
public record Entry(
    UUID id,
    UUID line,
    UUID debit,
    AccountKind debitKind,
    UUID credit,
    AccountKind creditKind,
    Money amount,
    Phase phase,
    @Nullable UUID hold,
    Movement movement,
    String provision,
    String subjectKind,
    UUID subject,
    String actor,
    Instant at) {}
