package org.zhuqi.platform.complaints;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.ComplaintWay;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.shared.Role;

/** Asks the measures in force whether, on which provision, to whom and until when complaints about officials go. */
@Component
class Supervision {
  static final String ROLE = "decision.separation";
  private final Measures measures;
  private final WorkingDays workingDays;

  Supervision(Measures measures, WorkingDays workingDays) {
    this.measures = measures;
    this.workingDays = workingDays;
  }

  /**
   * Where a complaint of a day goes.
   *
   * @param answerBy last day for the answer, or null where the measure sets no time
   */
  record Door(String provision, Set<Role> to, @Nullable LocalDate answerBy) {}

  Optional<Door> door(LocalDate on) {
    for (Pack pack : measures.all()) {
      if (!pack.isInForce(on)) continue;
      for (Separation s : pack.byRole(Separation.class, ROLE)) {
        ComplaintWay way = s.complaints();
        if (way != null) return Optional.of(new Door(s.id(), roles(way.to()), way.answerBy(on, workingDays)));
      }
    }
    return Optional.empty();
  }

  static Set<Role> roles(Collection<String> inPack) {
    return inPack.stream().map(Role::named).collect(Collectors.toSet());
  }
}
