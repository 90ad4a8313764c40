package org.zhuqi.platform.vouchers;

import java.time.Instant;

/** What the administrator said about a contract's category. */
public record CategoryWord(boolean approved, String reason, String by, Instant at) {}
