package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one batch (发放指南): what a measure leaves to each issue of vouchers. Read from JSON by {@link
 * #parse}, written by {@link #toMap}.
 *
 * @param sharePercent most of a contract's price that vouchers may pay, whole percent
 * @param capPerContract most that vouchers may pay of one contract, or null
 * @param capPerClaim most of one claim, or null
 * @param capPerHolding most that a holder may hold of this batch, or null
 * @param faces face values to choose from; empty means free amounts
 * @param holders how many holders at most, or null
 * @param pots amount set apart per service category code; empty means one pot for all
 * @param categories service categories that may be paid; empty means all of the measure
 * @param validityDays days from the claim that a voucher lives (the claim's day is day 0), or null
 * @param validUntil last day on which a voucher may be used, or null; one of the two must be given
 * @param redemptionWindowDays days from completion within which redemption is applied for
 * @param earliestContractDate contracts signed before are not paid, or null
 * @param institutionOfSigningYear the institution must have been on the list in the year in which the contract was signed
 * @param relatedPartiesBarred no investment, common controller or common legal representative between the parties
 * @param otherPublicMoneyBarred no other public money for the same contract
 * @param splittingBarred one service may not be split into several contracts
 * @param priceDeviationPercent deviation from the published fee, in percent, above which the price is explained, or null
 * @param claimOrder who comes first
 * @param ownerLimitPerProject whether the yearly ceiling of a project owner counts per project
 */
public record Guide(
    int sharePercent,
    @Nullable Money capPerContract,
    @Nullable Money capPerClaim,
    @Nullable Money capPerHolding,
    List<Money> faces,
    @Nullable Integer holders,
    Map<String, Money> pots,
    Set<String> categories,
    @Nullable Integer validityDays,
    @Nullable LocalDate validUntil,
    int redemptionWindowDays,
    @Nullable LocalDate earliestContractDate,
    boolean institutionOfSigningYear,
    boolean relatedPartiesBarred,
    boolean otherPublicMoneyBarred,
    boolean splittingBarred,
    @Nullable Integer priceDeviationPercent,
    ClaimOrder claimOrder,
    boolean ownerLimitPerProject) {

  public Guide {
    faces = List.copyOf(faces);
    pots = Map.copyOf(pots);
    categories = Set.copyOf(categories);
  }

  /** Who comes first within a batch. */
  public enum ClaimOrder {
    FIRST_COME,
    /** Claims are gathered and ordered by draw after the claiming window. */
    DRAW
  }

  /** The outcome of reading a guide. */
  public sealed interface Parsed {
    /** All well. */
    record Valid(Guide guide) implements Parsed {}

    /** Everything that is wrong. */
    record Invalid(List<Problem> problems) implements Parsed {
      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  /** One thing that is wrong, with the field it stands in. */
  public record Problem(String field, Text reason) {}

  /** Starts from careful defaults: full share, nothing capped, 90 days to redeem, all bars on, first come first served. */
  public static GuideBuilder builder() {
    return new GuideBuilder();
  }

  /**
   * Reads a guide from JSON (maps, lists, strings, numbers, booleans; money as yuan in a string; dates as ISO strings) and
   * checks it against the measure.
   */
  public static Parsed parse(Map<String, ?> json, Pack pack) {
    return GuideReader.read(json, pack);
  }

  /** The reverse of {@link #parse}. */
  public Map<String, Object> toMap() {
    return GuideReader.write(this);
  }

  /** The last day on which a voucher claimed on the given day may be used. */
  public LocalDate lastDay(LocalDate claimed) {
    LocalDate byDays = validityDays == null ? LocalDate.MAX : claimed.plusDays(validityDays);
    return validUntil == null || byDays.isBefore(validUntil) ? byDays : validUntil;
  }

  /** The last day on which redemption may be applied for, for a contract completed on the given day. */
  public LocalDate lastRedemptionDay(LocalDate completed) {
    return completed.plusDays(redemptionWindowDays);
  }

  /** The most that vouchers may pay of a contract at the given price, in this guide's terms alone. */
  public Money mostOfContract(Money price) {
    Money share = price.share(sharePercent);
    return capPerContract == null ? share : share.min(capPerContract);
  }

  /** Whether a category may be paid, in this guide's terms alone. */
  public boolean allowsCategory(String category) {
    return categories.isEmpty() || categories.contains(category);
  }

  /** Everything in this guide that stands against a claim; empty when nothing does. */
  public List<Text> objectionsToClaim(Money asked, Money heldInBatch) {
    return new GuideObjections(this).toClaim(asked, heldInBatch);
  }

  /** Everything in this guide that stands against filing a contract; empty when nothing does. */
  public List<Text> objectionsToContract(GuideContract contract) {
    return new GuideObjections(this).toContract(contract);
  }
}
