package org.zhuqi.platform.complaints;

import java.time.LocalDate;

/**
 * What a party says against an official.
 *
 * @param agency code of the official's agency
 * @param official name, or whatever the party knows: a post, a desk
 * @param happenedOn not in the future
 * @param words 10 to 2000 characters
 */
public record FileComplaint(String agency, String official, LocalDate happenedOn, String words) {}
