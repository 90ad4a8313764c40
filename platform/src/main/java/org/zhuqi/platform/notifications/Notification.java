package org.zhuqi.platform.notifications;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * One message, as its reader sees it.
 *
 * @param link page of this platform that it leads to, such as {@code /cases/…}
 * @param read whether this reader has read it
 */
public record Notification(
    UUID id,
    Text subject,
    Text body,
    String link,
    @Nullable String provision,
    OffsetDateTime toldAt,
    boolean read) {}
