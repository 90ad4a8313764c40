package org.zhuqi.platform.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the trail; null leaves a part open.
 *
 * @param from first day, inclusive, in Asia/Shanghai
 * @param until last day, inclusive
 * @param act the act, or a room's acts by their prefix up to a dot, such as {@code voucher.}
 * @param subject one thing, by id
 * @param text part of the grounds or of the actor's name
 */
public record AuditFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String act,
    @Nullable String role,
    @Nullable String provision,
    @Nullable UUID subject,
    @Nullable String text) {

  public static AuditFilter all() {
    return new AuditFilter(null, null, null, null, null, null, null);
  }
}
