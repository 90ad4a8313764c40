package org.zhuqi.platform.vouchers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyFacts;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.parties.Project;

/**
 * All that a group's claims are judged by, read once, and what the claims before have taken of it: one claim's grant is the
 * next claim's headroom. Lives in one transaction, whose locks keep it true.
 */
final class ClaimGroup {
  /** What the yearly ceiling counts by; the subject is a project's code, or empty for all that the holder received. */
  record YearKey(UUID holder, HolderClass as, String subject, int year) {}

  /** One holder's part of one batch. */
  record PartKey(UUID batch, UUID holder) {}

  private final Map<UUID, Batch> batches;
  private final Map<UUID, Party> parties;
  private final Map<UUID, List<Project>> projects;
  private final Map<YearKey, Money> years;
  private final Map<PartKey, Money> parts;
  private final Map<UUID, Integer> holders;
  private final Map<UUID, Money> pots;
  private final boolean drawing;

  ClaimGroup(
      Map<UUID, Batch> batches,
      Map<UUID, Party> parties,
      Map<UUID, List<Project>> projects,
      Map<YearKey, Money> years,
      Map<PartKey, Money> parts,
      Map<UUID, Integer> holders,
      Map<UUID, Money> pots,
      boolean drawing) {
    this.batches = batches;
    this.parties = parties;
    this.projects = projects;
    this.years = new HashMap<>(years);
    this.parts = new HashMap<>(parts);
    this.holders = new HashMap<>(holders);
    this.pots = new HashMap<>(pots);
    this.drawing = drawing;
  }

  /** Whether waiting claims of a closed batch are being settled in drawn order. */
  boolean drawing() {
    return drawing;
  }

  /** Null for a batch that does not exist or was not released. */
  @Nullable Batch batch(Waiting w) {
    return batches.get(w.ask().batch());
  }

  Batch batchOf(Waiting w) {
    return java.util.Objects.requireNonNull(batch(w));
  }

  /** For what a party could claim: itself as an enterprise (null), and each of its projects. */
  List<@Nullable Project> claimedFor(UUID holder) {
    List<@Nullable Project> claimed = new ArrayList<>(projects.getOrDefault(holder, List.of()));
    Party party = java.util.Objects.requireNonNull(parties.get(holder));
    if (claimed.isEmpty() || party.is(PartyKind.HOLDER_ENTERPRISE)) claimed.addFirst(null);
    return claimed;
  }

  /**
   * Judged in each class that the party may claim as; the first that grants, else the first. Whoever names a project claims
   * as its owner.
   */
  Judged judge(ClaimRules rules, Waiting w) {
    List<HolderClass> classes =
        w.ask().project() != null ? List.of(HolderClass.PROJECT_OWNER) : HolderClass.of(party(w));
    Judged first = null;
    for (HolderClass as : classes) {
      Judged judged = judge(rules, w, as);
      if (judged.granted()) return judged;
      if (first == null) first = judged;
    }
    return java.util.Objects.requireNonNull(first);
  }

  private Party party(Waiting w) {
    return java.util.Objects.requireNonNull(parties.get(w.holder()));
  }

  private Judged judge(ClaimRules rules, Waiting w, HolderClass as) {
    Batch batch = batchOf(w);
    Project project =
        as == HolderClass.PROJECT_OWNER
            ? PartyFacts.chosen(projects.getOrDefault(w.holder(), List.of()), w.ask().project())
            : null;
    var holder = new ClaimRules.Holder(as, project, PartyFacts.of(party(w), project));
    Standing standing =
        new Standing(
            years.getOrDefault(new YearKey(w.holder(), as, holder.countedBy(batch), rules.year(w.arrived())), Money.ZERO),
            parts.getOrDefault(new PartKey(batch.id(), w.holder()), Money.ZERO),
            holders.getOrDefault(batch.id(), 0),
            left(batch, w.ask().category()));
    boolean opened = drawing || (!w.arrived().isBefore(batch.opensAt()) && w.arrived().isBefore(batch.closesAt()));
    return rules.judge(batch, holder, standing, w.ask().amount(), w.ask().category(), w.arrived(), opened);
  }

  private Money left(Batch batch, String category) {
    UUID pot = pot(batch, category);
    return pot == null ? Money.ZERO : pots.getOrDefault(pot, Money.ZERO);
  }

  private static @Nullable UUID pot(Batch batch, String category) {
    return batch.pots().stream()
        .filter(p -> p.category().equals(batch.guide().pots().isEmpty() ? "" : category))
        .map(Batch.Pot::account)
        .findFirst()
        .orElse(null);
  }

  /** Takes what was granted out of everything that later claims are judged by; returns the pot's account. */
  UUID take(Waiting w, Judged judged) {
    Batch batch = batchOf(w);
    Money amount = w.ask().amount();
    UUID pot = java.util.Objects.requireNonNull(pot(batch, w.ask().category()));
    pots.merge(pot, amount.negate(), Money::plus);
    judged.subjects().forEach(subject -> years.merge(yearKey(w, judged, subject), amount, Money::plus));
    if (parts.merge(new PartKey(batch.id(), w.holder()), amount, Money::plus).equals(amount)) {
      holders.merge(batch.id(), 1, Integer::sum);
    }
    return pot;
  }

  static YearKey yearKey(Waiting w, Judged judged, String subject) {
    return new YearKey(w.holder(), judged.as(), subject, judged.decision().asOf().getYear());
  }

  /** How many parties hold a voucher of each batch now. */
  Map<UUID, Integer> holders() {
    return holders;
  }
}
