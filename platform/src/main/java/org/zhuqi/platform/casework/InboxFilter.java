package org.zhuqi.platform.casework;

import org.jspecify.annotations.Nullable;

/**
 * What of the inbox is shown.
 *
 * @param kind only this kind, or null
 * @param measure only this measure, or null
 * @param mine only what the caller has taken
 * @param text part of the title, the applicant's name or the receipt number, or null
 * @param overdue only what is past its due date
 * @param page from 1
 */
public record InboxFilter(
    @Nullable String kind, @Nullable String measure, boolean mine, @Nullable String text, boolean overdue, int page) {
  public static InboxFilter all() {
    return new InboxFilter(null, null, false, null, false, 1);
  }
}
