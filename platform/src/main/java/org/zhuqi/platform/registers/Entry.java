package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * A register entry at the moment at which it was asked for.
 *
 * @param number public number of the entry
 * @param register role prefix of the register within the measure
 * @param since first day of the entry
 * @param until last day of its term, or null where the measure sets none
 * @param endedOn day on which it was removed, exited or expired
 * @param hiddenReason why it is not shown, for {@link EntryState#HIDDEN}
 * @param hiddenBy id of the provision that hides it
 */
public record Entry(
    UUID id,
    String number,
    String measure,
    String version,
    String register,
    UUID party,
    String creditCode,
    String name,
    String partyClass,
    String area,
    EntryState state,
    LocalDate since,
    @Nullable LocalDate until,
    @Nullable LocalDate endedOn,
    @Nullable Text hiddenReason,
    @Nullable String hiddenBy) {}
