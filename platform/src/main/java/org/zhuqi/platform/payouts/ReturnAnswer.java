package org.zhuqi.platform.payouts;

import java.util.UUID;
import org.zhuqi.measures.Money;

/**
 * What reading a return file came to.
 *
 * @param known lines whose answer had been read before: without effect
 * @param again this very file was read before; nothing happened now
 */
public record ReturnAnswer(UUID id, String sha256, int paid, int bounced, int known, Money paidTotal, boolean again) {}
