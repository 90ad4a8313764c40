package org.zhuqi.platform.vouchers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;

/**
 * Settles the claims of a drawn batch after it has closed, in an order that anyone can recompute ({@link DrawOrder}). Each
 * is judged at its turn as if it had arrived then; the measure's conditions count as of the day on which it was handed in.
 */
@Component
class ClaimDraw {
  private final BatchStore batches;
  private final ClaimStore claims;
  private final ClaimReader reader;
  private final ClaimWriter writer;
  private final ClaimRules rules;
  private final Notifications notifications;

  ClaimDraw(
      BatchStore batches,
      ClaimStore claims,
      ClaimReader reader,
      ClaimWriter writer,
      ClaimRules rules,
      Notifications notifications) {
    this.batches = batches;
    this.claims = claims;
    this.reader = reader;
    this.writer = writer;
    this.rules = rules;
    this.notifications = notifications;
  }

  /** Idempotent: nothing waits any more once it has run. */
  @Transactional
  public void run(UUID id) {
    Batch batch = batches.lock(id);
    if (!batch.isDrawn() || batch.state() != BatchState.CLOSED) return;
    Map<UUID, Waiting> waiting = claims.waiting(id);
    if (!waiting.isEmpty()) settle(batch, waiting);
    batches.drawn(id);
  }

  private void settle(Batch batch, Map<UUID, Waiting> waiting) {
    List<UUID> order = DrawOrder.of(batches.seed(batch.id()), List.copyOf(waiting.keySet()));
    ClaimGroup group = reader.load(List.copyOf(waiting.values()), true);
    List<Settled> settled =
        order.stream().map(claim -> settle(claim, java.util.Objects.requireNonNull(waiting.get(claim)), group)).toList();
    Map<UUID, String> numbers = writer.issue(settled, group);
    Map<UUID, UUID> decisions = new HashMap<>();
    List<UUID> kept = writer.keep(settled);
    for (int i = 0; i < kept.size(); i++) decisions.put(settled.get(i).claim(), kept.get(i));
    claims.answer(settled, decisions);
    for (int i = 0; i < settled.size(); i++) tell(settled.get(i), i + 1, settled.size(), numbers);
  }

  private Settled settle(UUID claim, Waiting w, ClaimGroup group) {
    Judged judged = group.judge(rules, w);
    if (!judged.granted()) {
      return new Settled(
          claim, w, group.batchOf(w), judged, ClaimAnswer.Kind.REFUSED, null, null,
          Refusals.of("claim_", judged.decision()));
    }
    UUID pot = group.take(w, judged);
    return new Settled(
        claim, w, group.batchOf(w), judged, ClaimAnswer.Kind.GRANTED, org.zhuqi.platform.shared.Ids.next(), pot, List.of());
  }

  private void tell(Settled s, int place, int of, Map<UUID, String> numbers) {
    Text came = new Text("抽签第 %d 位（共 %d 位）：".formatted(place, of), "Drawn as number %d of %d: ".formatted(place, of));
    Text result =
        s.granted()
            ? new Text("已发放，券号 " + numbers.get(s.voucher()) + "。", "granted, voucher " + numbers.get(s.voucher()) + ".")
            : new Text("未获发放。" + reasons(s, false), "not granted. " + reasons(s, true));
    Text body = new Text(came.zh() + result.zh(), came.en() + result.en());
    notifications.tell(
        new Recipients.Party(s.waiting().holder()),
        new Text("批次 " + s.batch().number() + " 已抽签", "Batch " + s.batch().number() + " was drawn"),
        body,
        "/claims/" + s.claim(),
        s.refusals().isEmpty() ? null : s.refusals().getFirst().provision());
  }

  /** Every reason, as on the page of the claim. */
  private static String reasons(Settled s, boolean english) {
    return s.refusals().stream().map(r -> r.sentence().in(english)).collect(Collectors.joining(english ? " " : ""));
  }
}
