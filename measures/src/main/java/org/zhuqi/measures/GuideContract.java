package org.zhuqi.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a guide asks of a contract when it is filed.
 *
 * @param voucherAmount part of the price that vouchers shall pay, over all vouchers
 * @param related whether the parties are related by investment, controller or legal representative
 * @param otherPublicMoney whether other public money is used for the same contract
 * @param splitOff whether it splits one service into several contracts
 * @param publishedFee the institution's published fee for the item, or null where it is agreed case by case
 * @param priceExplained whether a price far off the published fee is explained
 * @param listedInSigningYear whether the institution was on the list in the year of signing
 */
public record GuideContract(
    Money price,
    Money voucherAmount,
    String category,
    LocalDate signedOn,
    boolean related,
    boolean otherPublicMoney,
    boolean splitOff,
    @Nullable Money publishedFee,
    boolean priceExplained,
    boolean listedInSigningYear) {}
