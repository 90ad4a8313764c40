package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Limit;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.parties.Project;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

/**
 * What a holder could get, and why not (免申即享): the same rules as a claim, asked before it is made. Nothing is written,
 * nothing locked; the claim itself decides.
 */
@Service
@Transactional
public class Offers {
  private final Batches batches;
  private final ClaimReader reader;
  private final ClaimRules rules;
  private final ClaimStore claims;
  private final BatchStore store;
  private final Clock clock;

  Offers(Batches batches, ClaimReader reader, ClaimRules rules, ClaimStore claims, BatchStore store, Clock clock) {
    this.batches = batches;
    this.reader = reader;
    this.rules = rules;
    this.claims = claims;
    this.store = store;
    this.clock = clock;
  }

  /** Every batch that is open or opens soon, with what the caller could claim of it; what is open to it first. */
  public List<Offer> of(Actor by) {
    by.mustBe(Role.ENTERPRISE);
    List<Offer> offers = new ArrayList<>();
    List<Batch> current = batches.current();
    if (current.isEmpty()) return offers;
    ClaimGroup group = reader.look(current, by.partyOrThrow());
    List<@Nullable Project> claimedFor = group.claimedFor(by.partyOrThrow());
    for (Batch batch : current) {
      List<String> pots =
          batch.guide().pots().isEmpty() ? List.of("") : batch.guide().pots().keySet().stream().sorted().toList();
      for (String category : pots) {
        for (Project project : claimedFor) offers.add(offer(by, batch, category, project, group));
      }
    }
    offers.sort(java.util.Comparator.comparing((Offer o) -> !o.isOpen()).thenComparing(o -> o.batch().opensAt()));
    return offers;
  }

  private Offer offer(Actor by, Batch batch, String category, @Nullable Project project, ClaimGroup group) {
    Judged asked = group.judge(rules, waiting(by, batch, category, project, smallest(batch)));
    if (!asked.most().isPositive()) return new Offer(batch, category, project, asked.most(), asked.decision());
    Judged most = group.judge(rules, waiting(by, batch, category, project, asked.most()));
    return new Offer(batch, category, project, most.most(), most.decision());
  }

  /** What anybody would have to ask for at least. */
  private static Money smallest(Batch batch) {
    return batch.guide().faces().stream().min(Money::compareTo).orElse(new Money(1));
  }

  private Waiting waiting(Actor by, Batch batch, String category, @Nullable Project project, Money amount) {
    Ask ask = new Ask(batch.id(), amount, category, project == null ? null : project.id(), "");
    return new Waiting(
        Tenancy.current(), by, by.partyOrThrow(), ask, clock.instant(), 0, new CompletableFuture<>());
  }

  /** What the holder has received this year, and the ceiling, for each class that it may claim as. */
  public List<YearSum> years(Actor by) {
    List<Batch> current = batches.current();
    return current.isEmpty()
        ? List.of()
        : reader.yearsOf(by.partyOrThrow(), rules.year(clock.instant())).entrySet().stream()
            .filter(e -> e.getKey().subject().isEmpty())
            .map(
                e -> {
                  Limit ceiling = rules.pack(current.getFirst()).one(Limit.class, ClaimRules.CEILING, e.getKey().as().code());
                  return new YearSum(e.getKey().year(), e.getValue(), ceiling.amount(), ceiling.id());
                })
            .toList();
  }

  /** @param provision whose ceiling it is */
  public record YearSum(int year, Money received, Money ceiling, String provision) {}

  /** A claim for one who may see it: its holder, or an official of its funder. */
  public Claim claim(Actor viewer, UUID id) {
    Claim claim = claims.find(id).orElseThrow(() -> new NotFoundException("claim " + id));
    boolean own = claim.holder().equals(viewer.party());
    boolean official =
        viewer.is(Role.BUREAU, Role.FINANCE, Role.CENTRE, Role.AUDITOR)
            && viewer.covers(store.get(claim.batch()).funder());
    if (!own && !official) throw new NotFoundException("claim " + id);
    return claim;
  }
}
