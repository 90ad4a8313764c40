package org.zhuqi.platform.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Stages;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/** Reminds of what was sent back for completion, and ends it when its time is over; where the measure sets one. */
@Component
class CaseDays implements DueWork {
  private final CaseStore store;
  private final CaseMoves moves;
  private final CaseLetters letters;
  private final Procedures procedures;

  CaseDays(CaseStore store, CaseMoves moves, CaseLetters letters, Procedures procedures) {
    this.store = store;
    this.moves = moves;
    this.letters = letters;
    this.procedures = procedures;
  }

  @Override
  public void run(LocalDate today) {
    for (CaseFile file : store.lockToComplete()) {
      LocalDate last = Objects.requireNonNull(file.dueOn());
      int left = (int) ChronoUnit.DAYS.between(today, last);
      if (left < 0) moves.apply(file, CaseMoves.Move.of(CaseEvent.LAPSED, Actor.SYSTEM, "补正期限已于 " + last + " 届满，视为撤回"));
      else if (completion(file).remindDaysAhead().contains(left)) letters.remind(file, last);
    }
  }

  private Stages.Completion completion(CaseFile file) {
    return Objects.requireNonNull(procedures.stage(file).orElseThrow().completion());
  }

  /** Before the rooms whose cases these are: they then see it as withdrawn. */
  @Override
  public int order() {
    return 50;
  }
}
