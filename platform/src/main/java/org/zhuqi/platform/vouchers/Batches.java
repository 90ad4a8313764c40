package org.zhuqi.platform.vouchers;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Batches with their guides: planned, released, opened at a set minute, closed. */
@Service
@Transactional
public class Batches {
  /** Writes a draft; no money moves. */
  public Outcome<UUID> plan(Actor by, PlanBatch plan) {
    throw new UnsupportedOperationException();
  }

  /** Releases it: its amount is allotted from the line's unissued budget, claims begin at its minute. */
  public Outcome<UUID> open(Actor by, UUID batch) {
    throw new UnsupportedOperationException();
  }

  /** Closes it now instead of at its minute; what is left returns to the budget line. */
  public Outcome<UUID> close(Actor by, UUID batch, String reason) {
    throw new UnsupportedOperationException();
  }

  public Batch get(UUID batch) {
    throw new UnsupportedOperationException();
  }
}
