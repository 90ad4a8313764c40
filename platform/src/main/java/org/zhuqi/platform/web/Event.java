package org.zhuqi.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * One entry of a {@code kit/timeline}.
 *
 * @param who the name to show, or null for nobody in particular
 * @param said the reason or comment that was given, or null
 * @param provision on which article, or null
 */
public record Event(
    Badge.Tone tone, Text what, @Nullable String who, Instant when, @Nullable Text said, @Nullable String provision) {}
