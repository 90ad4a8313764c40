package org.zhuqi.platform.vouchers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.parties.Project;

/**
 * What the measure and the guide say to one claim.
 *
 * @param project the project that it is claimed for; null for an enterprise
 * @param countedBy what the yearly ceiling counts by beside the holder: that project's code, or empty
 * @param ceiling the yearly ceiling
 * @param most the most that could be claimed now, whatever was asked for
 */
record Judged(Decision decision, HolderClass as, @Nullable Project project, String countedBy, Money ceiling, Money most) {
  boolean granted() {
    return decision.granted();
  }

  /** Under which a grant is added up: in all, and for the project, whichever of the two this batch counts by. */
  List<String> subjects() {
    return project == null ? List.of("") : List.of("", project.code());
  }

  /** The ceiling on that sum; null where this batch does not count by it. */
  @Nullable Money ceilingOf(String subject) {
    return subject.equals(countedBy) ? ceiling : null;
  }
}
