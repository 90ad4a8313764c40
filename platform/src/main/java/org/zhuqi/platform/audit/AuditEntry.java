package org.zhuqi.platform.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;

/**
 * One act, as it goes into the trail.
 *
 * @param act stable, lower case with dots, such as {@code claim.granted}
 * @param subjectKind what it was done to, such as {@code voucher}
 * @param provision the provision it rests on, by its id in the pack; null where the system's own rule
 * @param grounds the reason given, or what was done, in words
 * @param details plain values worth keeping: amounts as fen, ids as text; never a password or a full personal number
 */
public record AuditEntry(
    Actor by,
    String act,
    String subjectKind,
    UUID subject,
    @Nullable String provision,
    String grounds,
    Map<String, ?> details) {}
