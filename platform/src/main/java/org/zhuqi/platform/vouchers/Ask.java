package org.zhuqi.platform.vouchers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;

/**
 * One claim.
 *
 * @param category the pot's service category, or empty where the batch has one pot for all
 * @param project the caller's project that it is claimed for; null for an enterprise, or for the owner of one project
 * @param key the caller's idempotency key: the same key and body give the same answer, another body is refused
 */
public record Ask(UUID batch, Money amount, String category, @Nullable UUID project, String key) {}
