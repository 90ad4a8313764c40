package org.zhuqi.platform.registers;

import java.time.LocalDate;

/**
 * A hand-over to the judicial authorities.
 *
 * @param reference number of the letter
 */
public record HandOverCase(String authority, LocalDate on, String reference, String note) {}
