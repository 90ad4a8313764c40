/**
 * The catalogue 服务事项: what institutions offer, at which fee and within which qualification, and the public search for it.
 *
 * <p>An item is public only while it is complete, its fee keeps to its mode, its qualification is valid and its institution
 * stands. Whether an institution stands is asked through {@link org.zhuqi.platform.catalogue.Standing}, and how good it is
 * through {@link org.zhuqi.platform.catalogue.Reputation}: rooms above answer. Must never decide on admission, contracts or
 * money. May use parties, identity, documents, decisions, audit, time, notifications and the page kit.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared", "audit", "time", "decisions", "parties", "identity", "documents", "notifications", "web"
    })
@NullMarked
package org.zhuqi.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
