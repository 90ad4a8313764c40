package org.zhuqi.platform.casework;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the applicant must complete.
 *
 * @param code code of the material or field, or "other"
 * @param name what it is called, for people
 * @param note what is wrong with it, or null where it simply lacks
 */
public record Missing(String code, String name, @Nullable String note) {}
