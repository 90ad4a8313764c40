package org.zhuqi.platform.registers;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/** Writes down and announces what the day brought for entries; what they are is read from their dates in any case. */
@Component
class RegisterDays implements DueWork {
  private final EntryStore store;
  private final Entries entries;
  private final YearlyPapers yearly;

  RegisterDays(EntryStore store, Entries entries, YearlyPapers yearly) {
    this.store = store;
    this.entries = entries;
    this.yearly = yearly;
  }

  @Override
  public void run(LocalDate today) {
    for (EntryStore.Row row : store.live()) {
      LocalDate until = row.entry().until();
      if (until != null && today.isAfter(until)) {
        entries.apply(row.entry(), EntryEvent.EXPIRED, until, Actor.SYSTEM, "有效期届满", null);
      } else {
        yearly.turn(row.entry().id(), today);
      }
    }
  }

  @Override
  public int order() {
    return 40;
  }
}
