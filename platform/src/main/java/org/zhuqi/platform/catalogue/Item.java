package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an institution states about a service. Any field but the title may be missing in a draft; publication names all
 * that are missing.
 *
 * @param category code of the measure's service categories (what a voucher may pay)
 * @param scope code of the measure's scope of institutions' services
 * @param feeMode code of the measure's fee modes
 * @param feeFen the published fee in fen; null: none stated
 * @param feeByAgreement a market price that both sides agree for each contract
 * @param feeText unit of the fee and how it is worked out, in words
 * @param approvalNumber document number of the approved standard, for a guided or set price
 * @param approvedFen the approved standard in fen, for a guided or set price
 * @param phone supervision phone
 * @param needsQualification by law this service needs a qualification: said by the institution, or by the measure for all of
 *     its category
 * @param qualification document of the institution's vault that shows it
 * @param qualificationCovers categories that the qualification covers
 * @param qualificationUntil last day of its validity
 */
public record Item(
    String title,
    @Nullable String category,
    @Nullable String scope,
    @Nullable String content,
    @Nullable String process,
    @Nullable String feeMode,
    @Nullable Long feeFen,
    boolean feeByAgreement,
    @Nullable String feeText,
    @Nullable String approvalNumber,
    @Nullable Long approvedFen,
    @Nullable String phone,
    boolean needsQualification,
    @Nullable UUID qualification,
    List<String> qualificationCovers,
    @Nullable LocalDate qualificationUntil) {
  /** The fee mode without an approved standard, as packs name it. */
  public static final String MARKET = "market";

  public Item {
    qualificationCovers = List.copyOf(qualificationCovers);
  }

  /** An item that needs no qualification and has a market price: what most are. */
  public static Item market(
      String title, String category, String scope, String content, String process, long feeFen, String feeText, String phone) {
    return new Item(
        title, category, scope, content, process, MARKET, feeFen, false, feeText, null, null, phone, false, null, List.of(),
        null);
  }

  Item needingQualification() {
    return new Item(
        title, category, scope, content, process, feeMode, feeFen, feeByAgreement, feeText, approvalNumber, approvedFen, phone,
        true, qualification, qualificationCovers, qualificationUntil);
  }

  /** An item that rests on a qualification until its last day. */
  public Item qualified(UUID document, List<String> covers, LocalDate until) {
    return new Item(
        title, category, scope, content, process, feeMode, feeFen, feeByAgreement, feeText, approvalNumber, approvedFen, phone,
        true, document, covers, until);
  }

  /** This item on the qualification that another states; empty where that states none. */
  Optional<Item> on(Item other) {
    UUID document = other.qualification;
    LocalDate until = other.qualificationUntil;
    return document == null || until == null ? Optional.empty() : Optional.of(qualified(document, other.qualificationCovers, until));
  }

  /** An item whose price is guided or set by the government, with the approved standard. */
  public Item governed(String mode, @Nullable String approvalNumber, @Nullable Long approvedFen) {
    return new Item(
        title, category, scope, content, process, mode, feeFen, false, feeText, approvalNumber, approvedFen, phone,
        needsQualification, qualification, qualificationCovers, qualificationUntil);
  }
}
