package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Limit;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Rank;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.parties.Project;

/** Puts one claim to the measure: every condition is told, never only the first that fails. Touches no table. */
@Component
class ClaimRules {
  static final String BATCH = "claim.batch";
  static final String ELIGIBILITY = "claim.eligibility";
  static final String CEILING = "claim.ceiling";
  static final String ORDER = "claim.order";
  /** Under one name the roles that a claim's decision answers, in this order. */
  static final String ROLES = String.join("+", BATCH, ELIGIBILITY, CEILING);

  private final Measures measures;
  private final Clock clock;

  ClaimRules(Measures measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  /** Who claims, as what, with everything that the system knows of it. */
  record Holder(HolderClass as, @Nullable Project project, Map<String, Object> facts) {
    /** What the batch's guide counts the yearly ceiling by beside the holder: a project's code, or empty. */
    String countedBy(Batch batch) {
      return project != null && batch.guide().ownerLimitPerProject() ? project.code() : "";
    }
  }

  /** The calendar year that a moment counts in. */
  int year(Instant moment) {
    return moment.atZone(clock.getZone()).getYear();
  }

  Pack pack(Batch batch) {
    return measures.version(batch.measure(), batch.version()).orElseThrow();
  }

  /**
   * @param moment when the claim arrived; the calendar day of it counts for every date
   * @param opened whether the batch takes claims: its own minutes, not the day
   */
  Judged judge(Batch batch, Holder holder, Standing standing, Money amount, String category, Instant moment, boolean opened) {
    Pack pack = pack(batch);
    LocalDate day = moment.atZone(clock.getZone()).toLocalDate();
    String as = holder.as().code();
    List<Finding> guide = GuideFindings.of(pack.one(Condition.class, BATCH, as), batch, standing, amount, category);
    Map<String, Object> facts = new HashMap<>(holder.facts());
    facts.put("batch.open", opened);
    facts.put("batch.guide_published", batch.guideDocument() != null);
    facts.put("claim.within_guide", guide.isEmpty());
    Limit ceiling = pack.one(Limit.class, CEILING, as);

    List<Finding> findings = new ArrayList<>(pack.decide(BATCH, as, facts, day).findings());
    findings.addAll(guide);
    findings.addAll(pack.decide(ELIGIBILITY, as, facts, day).findings());
    routing(pack, batch, holder, findings);
    findings.add(ceiling.check(standing.receivedThisYear(), amount));
    findings.add(pot(pack.one(Rank.class, ORDER), standing, amount));
    life(pack, day, findings);
    boolean granted = findings.stream().allMatch(f -> f.holds() || !f.decisive());
    return new Judged(
        new Decision(pack.code(), pack.version(), ROLES, as, day, granted, findings),
        holder.as(),
        holder.project(),
        holder.countedBy(batch),
        ceiling.amount(),
        most(batch, standing, ceiling, category));
  }

  private static Money most(Batch batch, Standing s, Limit ceiling, String category) {
    Money most = ceiling.headroom(s.receivedThisYear()).min(s.potLeft());
    Money perClaim = batch.guide().capPerClaim();
    if (perClaim != null) most = most.min(perClaim);
    Money perHolding = batch.guide().capPerHolding();
    if (perHolding != null) most = most.min(perHolding.minus(s.heldOfBatch()).max(Money.ZERO));
    if (GuideFindings.full(batch, s)) return Money.ZERO;
    if (batch.guide().faces().isEmpty()) return most;
    Money limit = most;
    return batch.guide().faces().stream()
        .filter(face -> !face.isMoreThan(limit))
        .max(Money::compareTo)
        .orElse(Money.ZERO);
  }

  /** The funder of the batch must be the one that the holder's place leads to. */
  private static void routing(Pack pack, Batch batch, Holder holder, List<Finding> findings) {
    Table table = pack.one(Table.class, "routing");
    Object area = holder.facts().get(holder.as().areaFact());
    if (area == null) return; // said already by the condition that asks for the place
    Function<String, String> funder = a -> table.value(a, "funder").orElse("");
    boolean ours = funder.apply(String.valueOf(area)).equals(batch.funder());
    String place = table.row(String.valueOf(area)).map(r -> r.label().zh()).orElse(String.valueOf(area));
    String placeEn = table.row(String.valueOf(area)).map(r -> r.label().en()).orElse(String.valueOf(area));
    findings.add(
        new Finding(
            table.id(), "routing", ours ? Verdict.HOLDS : Verdict.FAILS,
            Map.of(holder.as().areaFact(), area, "batch.funder", batch.funder()),
            ours
                ? new Text("本批次由所在地（" + place + "）的出资部门发放。", "The batch is issued by the funder of " + placeEn + ".")
                : new Text(
                    "本批次不是所在地（" + place + "）的出资部门发放的。", "The batch is not issued by the funder of " + placeEn + "."),
            ours ? null : new Text("请申领所在地出资部门的批次。", "Claim from a batch of the funder of your place.")));
  }

  private static Finding pot(Rank order, Standing s, Money amount) {
    boolean enough = !amount.isMoreThan(s.potLeft());
    boolean none = s.potLeft().isZero();
    return new Finding(
        order.id(), "left", enough ? Verdict.HOLDS : Verdict.FAILS, Map.of("left", s.potLeft(), "asked", amount),
        enough
            ? new Text("批次余额充足。", "The batch has enough left.")
            : new Text(
                none ? "本批次额度已领完。" : "本批次余额 %s，本次申请 %s。".formatted(s.potLeft(), amount),
                none
                    ? "Nothing is left of the batch."
                    : "%s is left of the batch; %s was asked for."
                        .formatted(s.potLeft().format(true), amount.format(true))),
        enough
            ? null
            : none
                ? new Text("请等待下一批次。", "Wait for the next batch.")
                : new Text("请改为不超过 %s。".formatted(s.potLeft()), "Ask for at most %s.".formatted(s.potLeft().format(true))));
  }

  /** Told only when it stands in the way: a measure in force needs no mention. */
  private static void life(Pack pack, LocalDate day, List<Finding> findings) {
    Finding life = pack.one(Life.class, "measure.life").check(Life.Act.CLAIM, day);
    if (!life.holds()) findings.add(life);
  }
}
