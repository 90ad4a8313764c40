package org.zhuqi.platform.redemption;

import java.time.LocalDate;
import java.util.UUID;
import org.zhuqi.measures.Money;

/**
 * A transfer by which the enterprise paid its own part.
 *
 * @param document the bank's receipt, in the institution's vault
 */
public record AddReceipt(UUID document, Money amount, LocalDate paidOn, String bankReference) {}
