package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Guide} from careful defaults. */
public final class GuideBuilder {
  private int sharePercent = 100;
  private @Nullable Money capPerContract;
  private @Nullable Money capPerClaim;
  private @Nullable Money capPerHolding;
  private List<Money> faces = List.of();
  private @Nullable Integer holders;
  private Map<String, Money> pots = Map.of();
  private Set<String> categories = Set.of();
  private @Nullable Integer validityDays;
  private @Nullable LocalDate validUntil;
  private int redemptionWindowDays = 90;
  private @Nullable LocalDate earliestContractDate;
  private boolean institutionOfSigningYear = true;
  private boolean relatedPartiesBarred = true;
  private boolean otherPublicMoneyBarred = true;
  private boolean splittingBarred = true;
  private @Nullable Integer priceDeviationPercent;
  private Guide.ClaimOrder claimOrder = Guide.ClaimOrder.FIRST_COME;
  private boolean ownerLimitPerProject;

  GuideBuilder() {}

  public GuideBuilder sharePercent(int percent) {
    this.sharePercent = percent;
    return this;
  }

  public GuideBuilder capPerContract(@Nullable Money cap) {
    this.capPerContract = cap;
    return this;
  }

  public GuideBuilder capPerClaim(@Nullable Money cap) {
    this.capPerClaim = cap;
    return this;
  }

  public GuideBuilder capPerHolding(@Nullable Money cap) {
    this.capPerHolding = cap;
    return this;
  }

  public GuideBuilder faces(List<Money> values) {
    this.faces = values;
    return this;
  }

  public GuideBuilder holders(@Nullable Integer most) {
    this.holders = most;
    return this;
  }

  public GuideBuilder pots(Map<String, Money> byCategory) {
    this.pots = byCategory;
    return this;
  }

  public GuideBuilder categories(Set<String> codes) {
    this.categories = codes;
    return this;
  }

  public GuideBuilder validityDays(@Nullable Integer days) {
    this.validityDays = days;
    return this;
  }

  public GuideBuilder validUntil(@Nullable LocalDate lastDay) {
    this.validUntil = lastDay;
    return this;
  }

  public GuideBuilder redemptionWindowDays(int days) {
    this.redemptionWindowDays = days;
    return this;
  }

  public GuideBuilder earliestContractDate(@Nullable LocalDate day) {
    this.earliestContractDate = day;
    return this;
  }

  public GuideBuilder institutionOfSigningYear(boolean on) {
    this.institutionOfSigningYear = on;
    return this;
  }

  public GuideBuilder relatedPartiesBarred(boolean on) {
    this.relatedPartiesBarred = on;
    return this;
  }

  public GuideBuilder otherPublicMoneyBarred(boolean on) {
    this.otherPublicMoneyBarred = on;
    return this;
  }

  public GuideBuilder splittingBarred(boolean on) {
    this.splittingBarred = on;
    return this;
  }

  public GuideBuilder priceDeviationPercent(@Nullable Integer percent) {
    this.priceDeviationPercent = percent;
    return this;
  }

  public GuideBuilder claimOrder(Guide.ClaimOrder order) {
    this.claimOrder = order;
    return this;
  }

  public GuideBuilder ownerLimitPerProject(boolean on) {
    this.ownerLimitPerProject = on;
    return this;
  }

  /** The guide as it stands; {@link Guide#parse} checks one that came from outside. */
  public Guide build() {
    return new Guide(
        sharePercent,
        capPerContract,
        capPerClaim,
        capPerHolding,
        faces,
        holders,
        pots,
        categories,
        validityDays,
        validUntil,
        redemptionWindowDays,
        earliestContractDate,
        institutionOfSigningYear,
        relatedPartiesBarred,
        otherPublicMoneyBarred,
        splittingBarred,
        priceDeviationPercent,
        claimOrder,
        ownerLimitPerProject);
  }
}
