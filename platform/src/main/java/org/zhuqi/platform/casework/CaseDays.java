package org.zhuqi.platform.casework;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/** Ends what was sent back and not completed in time, where the measure lets it lapse. */
@Component
class CaseDays implements DueWork {
  private final CaseStore store;
  private final CaseMoves moves;
  private final Procedures procedures;

  CaseDays(CaseStore store, CaseMoves moves, Procedures procedures) {
    this.store = store;
    this.moves = moves;
    this.procedures = procedures;
  }

  @Override
  public void run(LocalDate today) {
    for (CaseFile file : store.lockNotCompleted(today)) {
      if (!procedures.stage(file).orElseThrow().lapses()) continue;
      moves.apply(file, CaseMoves.Move.of(CaseEvent.LAPSED, Actor.SYSTEM, "补正期限已于 " + file.dueOn() + " 届满，视为撤回"));
    }
  }

  /** Before reminders, and before the rooms whose cases these are: they then see it as withdrawn. */
  @Override
  public int order() {
    return 50;
  }
}
