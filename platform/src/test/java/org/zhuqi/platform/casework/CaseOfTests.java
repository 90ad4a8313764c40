package org.zhuqi.platform.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** A kind of case that is about nothing; it refuses to pass what a test tells it to. */
@Component
class CaseOfTests implements CaseKind {
  static final String KIND = "test.case";
  final Set<UUID> obstinate = ConcurrentHashMap.newKeySet();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public CaseBody body(Actor viewer, CaseFile file) {
    return new CaseBody(List.of(), List.of(), null, List.of(), List.of(), List.of());
  }

  @Override
  public Outcome<Void> moved(CaseFile file, CaseEvent event, Actor by, String reason) {
    boolean refuses = obstinate.contains(file.id()) && event == CaseEvent.STAGE_PASSED;
    return refuses ? Outcome.refused(Refusal.of("obstinate", "不行。", "No.")) : Outcome.done(null);
  }
}
