package org.zhuqi.platform.vouchers;

import org.zhuqi.measures.Money;

/**
 * What counts against a claim at its turn.
 *
 * @param receivedThisYear by this holder (or for this project, where the guide counts so), over all batches and funders
 * @param heldOfBatch what the holder has received of this batch
 * @param holders how many parties hold a voucher of this batch
 * @param potLeft what the pot still has
 */
record Standing(Money receivedThisYear, Money heldOfBatch, int holders, Money potLeft) {}
