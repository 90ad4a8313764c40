package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded relation of a party, without its value: only a keyed hash is kept.
 *
 * @param until the day on which it ended; null while it stands
 */
public record Tie(UUID id, UUID party, RelationKind kind, String masked, LocalDate since, @Nullable LocalDate until) {}
