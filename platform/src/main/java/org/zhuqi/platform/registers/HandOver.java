package org.zhuqi.platform.registers;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A case that was handed to the judicial authorities.
 *
 * @param reference number of the letter
 * @param provision by which
 */
public record HandOver(String authority, LocalDate on, String reference, String note, String provision, String byName, Instant at) {}
