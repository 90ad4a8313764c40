package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.UUID;

/** An entry ended on its own request; published in the same transaction. */
public record EntryExited(UUID entry, String measure, String register, UUID party, LocalDate on) {}
