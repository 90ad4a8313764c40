package org.zhuqi.platform.payouts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the treasury answers to one line.
 *
 * @param row in its file, as people count
 * @param paid false: bounced
 * @param on the day of payment or of the bounce
 * @param bankReference of the payment; null when bounced
 * @param reason why it bounced; null when paid
 */
record ReturnRow(
    int row,
    String number,
    long amountFen,
    boolean paid,
    LocalDate on,
    @Nullable String bankReference,
    @Nullable String reason) {}
