package org.zhuqi.platform.casework;

import java.time.LocalDate;

/**
 * Record of a visit to the applicant's premises.
 *
 * @param on day of the visit; not in the future
 * @param place where
 * @param present who took part, on both sides
 * @param found what was found
 */
public record SiteVisit(LocalDate on, String place, String present, String found) {}
