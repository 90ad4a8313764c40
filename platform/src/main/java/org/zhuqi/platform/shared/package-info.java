/**
 * What every room speaks: outcomes and refusals, the actor, the tenant, ids. Little, and it depends on nothing.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.zhuqi.platform.shared;


import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
