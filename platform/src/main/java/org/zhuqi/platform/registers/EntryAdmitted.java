package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.UUID;

/** A party was entered in a register; published in the same transaction. */
public record EntryAdmitted(UUID entry, String measure, String register, UUID party, LocalDate on) {}
