package org.zhuqi.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/**
 * One entry of a {@code kit/timeline}.
 *
 * @param who the name to show, or null for nobody in particular
 * @param said the reason or comment that was given, or null
 * @param provision on which article, or null
 */
public record Event(
    Badge.Tone tone, Text what, @Nullable Text who, Instant when, @Nullable Text said, @Nullable String provision) {

  /** A name reads the same in both languages, except that of the system. */
  public static @Nullable Text who(@Nullable String name) {
    if (name == null) return null;
    return name.equals(Actor.SYSTEM.name()) ? Role.SYSTEM.label() : new Text(name, name);
  }
}
