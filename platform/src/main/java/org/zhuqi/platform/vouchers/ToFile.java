package org.zhuqi.platform.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.parties.Relation;

/**
 * Everything that a filing is judged by, read once.
 *
 * @param institution facts of the institution at this moment
 * @param item the item as it was when the contract was made
 * @param qualification whether the service lies within a valid qualification of its institution, as that measure says
 * @param word the administrator's word on the category, or null
 * @param split other filed contracts of the same two sides about the same item in overlapping days
 * @param listedInSigningYear whether the institution stood in its register in the year in which the contract was signed
 * @param papers codes of the papers attached to the contract
 */
record ToFile(
    Contract contract,
    Pack pack,
    LocalDate today,
    List<Part> parts,
    Map<String, Object> institution,
    ServiceItem item,
    Decision qualification,
    @Nullable CategoryWord word,
    List<Relation> related,
    List<Contract> split,
    boolean listedInSigningYear,
    List<String> papers) {

  /** So much of this voucher, which has so much free at this moment. */
  record Part(Voucher voucher, Batch batch, Money amount, Money free) {}

  Money total() {
    return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
  }

  /** The batches whose vouchers are used, each once. */
  List<Batch> batches() {
    return parts.stream().map(Part::batch).distinct().toList();
  }
}
