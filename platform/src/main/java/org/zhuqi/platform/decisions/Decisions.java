package org.zhuqi.platform.decisions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Measures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;

/** Keeps the answers of measures, so that each outcome can be explained and asked again years later. Append only. */
@Service
public class Decisions {
  private final DecisionStore store;
  private final Replayer replayer;
  private final Clock clock;

  Decisions(DecisionStore store, Measures measures, Clock clock) {
    this.store = store;
    this.replayer = new Replayer(measures);
    this.clock = clock;
  }

  /** What is to be kept: the decision and what it was about. @param funder whose money, or null where it concerns every office */
  public record ToKeep(Decision decision, String subjectKind, UUID subject, @Nullable String funder) {}

  /** Keeps one decision in the caller's transaction and returns its id; every office may read it. */
  @Transactional
  public UUID keep(Decision decision, String subjectKind, UUID subject) {
    return keep(decision, subjectKind, subject, null);
  }

  /** As above, for the offices of one funder where it is not null. */
  @Transactional
  public UUID keep(Decision decision, String subjectKind, UUID subject, @Nullable String funder) {
    return keepAll(List.of(new ToKeep(decision, subjectKind, subject, funder))).getFirst();
  }

  /** Keeps any number by one statement; ids in the same order. */
  @Transactional
  public List<UUID> keepAll(List<ToKeep> decisions) {
    if (decisions.isEmpty()) return List.of();
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<KeptDecision> kept =
        decisions.stream()
            .map(d -> new KeptDecision(Ids.next(), d.decision(), d.subjectKind(), d.subject(), d.funder(), now))
            .toList();
    store.insert(kept);
    return kept.stream().map(KeptDecision::id).toList();
  }

  /** @throws NotFoundException for an id that does not exist */
  @Transactional(readOnly = true)
  public KeptDecision get(UUID id) {
    return store.byId(id).orElseThrow(() -> new NotFoundException("decision " + id));
  }

  /** The decision for an official who may read it. @throws NotFoundException for one about another funder's money as well */
  @Transactional(readOnly = true)
  public KeptDecision get(Actor official, UUID id) {
    KeptDecision kept = get(id);
    if (kept.funder() != null && !official.covers(kept.funder())) throw new NotFoundException("decision " + id);
    return kept;
  }

  /** All decisions about one thing, oldest first. */
  @Transactional(readOnly = true)
  public List<KeptDecision> of(String subjectKind, UUID subject) {
    return store.of(subjectKind, subject);
  }

  /** The newest decision about one thing. */
  @Transactional(readOnly = true)
  public Optional<KeptDecision> latest(String subjectKind, UUID subject) {
    return store.of(subjectKind, subject).stream().reduce((older, newer) -> newer);
  }

  /** Asks the stored version the stored facts again and compares answer and trace. Changes nothing. */
  @Transactional(readOnly = true)
  public Replay replay(UUID id) {
    return replayer.replay(get(id));
  }

  /** As above, for an official who may read it. */
  @Transactional(readOnly = true)
  public Replay replay(Actor official, UUID id) {
    return replayer.replay(get(official, id));
  }

  /** The newest decisions that rest on a measure, for its page and for auditors. */
  @Transactional(readOnly = true)
  public List<KeptDecision> under(String measure, int limit, int offset) {
    return store.under(measure, limit, offset);
  }

  /** How many decisions rest on each version of a measure. */
  @Transactional(readOnly = true)
  public long count(String measure, String version) {
    return store.count(measure, version);
  }

  /** Every question that was ever asked, for choosing among them. */
  @Transactional(readOnly = true)
  public List<String> questions() {
    return store.questions();
  }
}
