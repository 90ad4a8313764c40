package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/** Once a batch has closed: its draw, where the guide says so, and what is left returns to the budget line. */
@Component
class BatchesDue implements DueWork {
  private final BatchStore store;
  private final Batches batches;
  private final ClaimDraw draw;
  private final Clock clock;

  BatchesDue(BatchStore store, Batches batches, ClaimDraw draw, Clock clock) {
    this.store = store;
    this.batches = batches;
    this.draw = draw;
    this.clock = clock;
  }

  @Override
  public void run(LocalDate today) {
    // A day that is caught up late counts its own midnight, but a batch that has closed since may as well be settled now.
    for (UUID batch : store.toReturn(clock.instant())) {
      draw.run(batch);
      batches.giveBack(Actor.SYSTEM, batch);
    }
  }

  @Override
  public int order() {
    return 50;
  }
}
