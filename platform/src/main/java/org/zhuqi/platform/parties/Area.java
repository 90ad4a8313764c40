package org.zhuqi.platform.parties;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * An area in which a party can be registered.
 *
 * @param code GB/T 2260 where there is one, else the platform's own
 * @param within the code of the wider area that measures speak of; its own where it is one itself
 * @param covered lies in the tenant's own territory; what lies elsewhere is one entry, {@code ELSEWHERE}
 */
public record Area(String code, Text label, String within, boolean covered, @Nullable String note) {}
