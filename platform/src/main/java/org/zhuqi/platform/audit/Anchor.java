package org.zhuqi.platform.audit;

import java.time.OffsetDateTime;

/**
 * The head of a tenant's chain at some moment. Kept elsewhere (printed, sent to the supervisor), it proves later that
 * nothing before it was changed, not even by somebody who recomputed the whole chain.
 *
 * @param number of the seal; 0 for an empty chain
 * @param hash SHA-256 in hexadecimal
 */
public record Anchor(String tenant, long number, String hash, OffsetDateTime sealedAt) {}
