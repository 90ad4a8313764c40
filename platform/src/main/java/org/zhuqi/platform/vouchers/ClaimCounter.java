package org.zhuqi.platform.vouchers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Rank;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Refusal;

/** Settles a group of claims of one tenant in one transaction: reads, decides in order, writes, all set-based. */
@Component
class ClaimCounter {
  private final ClaimReader reader;
  private final ClaimWriter writer;
  private final ClaimRules rules;

  ClaimCounter(ClaimReader reader, ClaimWriter writer, ClaimRules rules) {
    this.reader = reader;
    this.writer = writer;
    this.rules = rules;
  }

  /** Answers in the order of the group. */
  @Transactional
  public List<ClaimAnswer> settle(List<Waiting> group) {
    Map<Waiting.Key, Answered> known = new HashMap<>(reader.answered(group));
    List<Waiting> fresh = firsts(group, known);
    if (!fresh.isEmpty()) {
      ClaimGroup state = reader.load(fresh);
      List<Settled> settled = new ArrayList<>();
      for (Waiting w : inOrder(fresh, state)) {
        if (state.batch(w) == null) known.put(w.key(), new Answered(w.ask(), unknownBatch(w)));
        else settled.add(decide(w, state));
      }
      writer.write(settled, state).forEach((key, answer) -> known.put(key, answer));
    }
    return group.stream().map(w -> Objects.requireNonNull(known.get(w.key())).to(w.ask())).toList();
  }

  /** One per key: a double click within a group gets the answer of the first. */
  private static List<Waiting> firsts(List<Waiting> group, Map<Waiting.Key, Answered> known) {
    Set<Waiting.Key> seen = new HashSet<>(known.keySet());
    return group.stream().filter(w -> seen.add(w.key())).toList();
  }

  /** Who comes first, as each batch's measure says. */
  private List<Waiting> inOrder(List<Waiting> fresh, ClaimGroup state) {
    Map<UUID, List<Waiting>> byBatch = new LinkedHashMap<>();
    for (Waiting w : fresh) byBatch.computeIfAbsent(w.ask().batch(), b -> new ArrayList<>()).add(w);
    List<Waiting> ordered = new ArrayList<>(fresh.size());
    byBatch.forEach(
        (id, waiting) -> {
          Batch batch = state.batch(waiting.getFirst());
          if (batch != null) waiting.sort(order(batch));
          ordered.addAll(waiting);
        });
    return ordered;
  }

  private Comparator<Waiting> order(Batch batch) {
    return rules
        .pack(batch)
        .one(Rank.class, ClaimRules.ORDER)
        .comparator(
            (w, key) ->
                switch (key) {
                  case "arrived_at" -> w.arrived();
                  case "receipt_number" -> w.number();
                  default -> throw new IllegalStateException("claims are not ordered by " + key);
                });
  }

  private Settled decide(Waiting w, ClaimGroup state) {
    Judged judged = state.judge(rules, w);
    Batch batch = state.batchOf(w);
    UUID claim = Ids.next();
    if (!judged.granted()) {
      return new Settled(
          claim, w, batch, judged, ClaimAnswer.Kind.REFUSED, null, null, Refusals.of("claim_", judged.decision()));
    }
    if (batch.isDrawn() && !state.drawing()) {
      return new Settled(claim, w, batch, judged, ClaimAnswer.Kind.WAITING, null, null, List.of());
    }
    UUID pot = state.take(w, judged);
    return new Settled(claim, w, batch, judged, ClaimAnswer.Kind.GRANTED, Ids.next(), pot, List.of());
  }

  private static ClaimAnswer unknownBatch(Waiting w) {
    Refusal refusal = Refusal.of("batch_unknown", "没有这个批次，或尚未发布。", "There is no such batch, or it is not released.");
    return new ClaimAnswer(
        null, ClaimAnswer.Kind.REFUSED, w.ask().amount(), null, null, List.of(refusal), null);
  }
}
