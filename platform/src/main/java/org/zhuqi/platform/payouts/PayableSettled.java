package org.zhuqi.platform.payouts;

import java.time.LocalDate;
import org.zhuqi.platform.shared.Actor;

/**
 * The treasury answered for a payable; published in the same transaction.
 *
 * @param payable in its new state: PAID or BOUNCED
 * @param detail bank reference when paid, reason when bounced
 */
public record PayableSettled(Payable payable, LocalDate on, String detail, Actor by) {}
