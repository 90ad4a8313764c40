package org.zhuqi.platform.complaints;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Separation;

/** Asks the measures in force whether, and on which provision, complaints about officials go to a supervisor. */
@Component
class Supervision {
  private static final String ROLE = "decision.separation";
  private final Measures measures;

  Supervision(Measures measures) {
    this.measures = measures;
  }

  Optional<String> provision(LocalDate on) {
    return measures.all().stream()
        .filter(pack -> pack.isInForce(on))
        .flatMap((Pack pack) -> pack.byRole(Separation.class, ROLE).stream())
        .filter(separation -> !separation.complaintsTo().isBlank())
        .map(Separation::id)
        .findFirst();
  }
}
