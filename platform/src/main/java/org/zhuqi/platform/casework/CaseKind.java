package org.zhuqi.platform.casework;

import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** What one kind of case is about: a bean of the room that opens such cases. */
public interface CaseKind {
  /** The name under which cases are opened, such as {@code register.admission}. */
  String kind();

  /** What the case page shows between timeline and decision. */
  CaseBody body(Actor viewer, CaseFile file);

  /**
   * Told of each transition, in the same transaction and after it was saved; a refusal rolls it back.
   *
   * @param file the case as it now stands
   */
  Outcome<Void> moved(CaseFile file, CaseEvent event, Actor by, String reason);
}
