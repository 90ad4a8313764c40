package org.zhuqi.platform.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.time.DayTurn;
import org.zhuqi.platform.time.MovableClock;

/** Time and papers for the story: moves the clock from scene to scene, with every day in between really turning. */
class Stage {
  private final MovableClock clock;
  private final DayTurn days;
  private final Documents documents;
  private final WorkingDays workingDays;

  Stage(MovableClock clock, DayTurn days, Documents documents, WorkingDays workingDays) {
    this.workingDays = workingDays;
    this.clock = clock;
    this.days = days;
    this.documents = documents;
  }

  /** It is now that minute in Shanghai; what was due until then has happened. */
  void at(String minute) {
    ZonedDateTime moment = LocalDateTime.parse(minute).atZone(clock.getZone());
    clock.moveTo(moment);
    if (!days.run().ok()) throw new IllegalStateException("the days until " + minute + " did not turn");
  }

  Clock clock() {
    return clock;
  }

  LocalDate inWorkingDays(int days) {
    return workingDays.after(LocalDate.now(clock), days);
  }

  /** Puts an invented PDF into somebody's vault. */
  UUID paper(Actor by, String material, String title, String... lines) {
    return file(by, material, title + ".pdf", Papers.pdf(title, lines));
  }

  UUID file(Actor by, String material, String name, byte[] content) {
    return documents.store(by, by.party(), material, name, new ByteArrayInputStream(content), LocalDate.now(clock), null).orThrow();
  }
}
