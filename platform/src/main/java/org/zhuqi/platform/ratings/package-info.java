/**
 * Ratings 好差评: one per completed contract, fixed once given; the ranking that follows from them.
 *
 * <p>The formula is the measure's; every figure can be recomputed from the exported ratings. Must never show who rated beyond
 * the enterprise's masked name, nor order by anything that is not published. May use contracts and everything below it.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared", "audit", "time", "decisions", "parties", "identity", "documents", "notifications", "web", "catalogue",
      "contracts"
    })
@NullMarked
package org.zhuqi.platform.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
