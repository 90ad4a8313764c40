package org.zhuqi.platform.inspections;

import java.time.LocalDate;

/**
 * A visit as the inspector records it.
 *
 * @param present who took part, on both sides
 * @param cooperated false when the party would not let itself be inspected
 */
public record RecordVisit(LocalDate on, String place, String present, String found, boolean cooperated) {}
