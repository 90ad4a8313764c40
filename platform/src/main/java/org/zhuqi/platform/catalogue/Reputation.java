package org.zhuqi.platform.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What institutions have earned: the figure that orders the catalogue, and what stands beside it. Implemented by ratings. */
public interface Reputation {

  /** One record per party asked, also for those without any rating. One statement for all. */
  Map<UUID, Track> of(Collection<UUID> parties);

  /**
   * @param scoreThousandths the published ranking figure × 1000
   * @param position place in the ranking, 1 is best; 0 where the party is not ranked
   * @param ratings how many ratings stand behind it
   * @param responseHours median hours to the first answer to a contract; null before the first
   * @param completed contracts completed
   * @param overdue contracts that are past their period today
   */
  record Track(
      long scoreThousandths, int position, int ratings, @Nullable Integer responseHours, int completed, int overdue) {}
}
