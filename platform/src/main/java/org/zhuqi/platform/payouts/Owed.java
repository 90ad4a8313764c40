package org.zhuqi.platform.payouts;

import java.util.UUID;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * Money that a funder owes from now on.
 *
 * @param sourceKind where it comes from, such as {@code redemption}; with {@code source} and {@code line} it is owed once
 * @param sourceNumber what people call the source
 * @param provision by which it is owed
 * @param line the budget line that pays
 * @param account the ledger account in which the money stands as redeemable
 * @param purpose shown to the treasury and to the payee
 * @param link page of the source
 */
public record Owed(
    String sourceKind,
    UUID source,
    String sourceNumber,
    String measure,
    String version,
    String provision,
    String funder,
    UUID line,
    UUID account,
    UUID payee,
    Money amount,
    Text purpose,
    String link) {}
