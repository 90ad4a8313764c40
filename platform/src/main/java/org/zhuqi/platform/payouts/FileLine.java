package org.zhuqi.platform.payouts;

/**
 * One payment as the treasury reads it.
 *
 * @param row from 1
 * @param number the payable's number, by which the return file answers
 * @param account the full account number: in the file only, masked everywhere else
 */
record FileLine(
    int row,
    String number,
    String payee,
    String creditCode,
    String bank,
    String account,
    long amountFen,
    String purpose) {}
