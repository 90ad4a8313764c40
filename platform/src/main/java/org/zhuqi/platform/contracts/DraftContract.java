package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one form by which an enterprise asks for a service.
 *
 * @param item the published item; category, institution and fee come from it
 * @param priceFen whole price in fen, above zero
 * @param voucherFen what vouchers are to pay of it, in fen; 0 when none
 * @param terms anything else agreed, in words
 * @param documents papers attached by the enterprise, such as its requirements
 * @param otherFunding other public money for the same contract; null: declared that there is none
 * @param priceReason why the price is far off the published fee; null when it is not
 */
public record DraftContract(
    UUID item,
    String title,
    long priceFen,
    long voucherFen,
    LocalDate from,
    LocalDate until,
    @Nullable String terms,
    List<UUID> documents,
    @Nullable String otherFunding,
    @Nullable String priceReason) {
  public DraftContract {
    documents = List.copyOf(documents);
  }
}
