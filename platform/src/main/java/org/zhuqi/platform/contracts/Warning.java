package org.zhuqi.platform.contracts;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/** What the sides of a contract should know in good time, though nothing is refused for it yet. */
public record Warning(String code, @Nullable String provision, Text sentence) {}
