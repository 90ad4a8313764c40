package org.zhuqi.platform.portal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.DeskPart;

/** Puts together what the rooms have for one actor: what waits by due date, what is watched, one picture. */
@Component
class Desk {
  private static final int ROWS = 20;
  private final List<DeskPart> parts;

  Desk(ObjectProvider<DeskPart> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(DeskPart::order)).toList();
  }

  DeskView of(Actor actor) {
    return new DeskView(
        parts.stream().flatMap(p -> p.waiting(actor).stream()).sorted(BY_DUE).limit(ROWS).toList(),
        parts.stream().flatMap(p -> p.watching(actor).stream()).toList(),
        parts.stream().flatMap(p -> p.steps(actor).stream()).limit(3).toList(),
        parts.stream().flatMap(p -> p.picture(actor).stream()).findFirst());
  }

  /** What has no last day comes last. */
  private static final Comparator<DeskPart.Waiting> BY_DUE =
      Comparator.comparing(w -> w.due() == null ? LocalDate.MAX : w.due());
}
