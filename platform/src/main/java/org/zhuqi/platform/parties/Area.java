package org.zhuqi.platform.parties;

import org.zhuqi.measures.Text;

/**
 * An area in which a party can be registered.
 *
 * @param code GB/T 2260 where there is one, else the platform's own
 */
public record Area(String code, Text label) {}
