/**
 * The database: an embedded PostgreSQL unless settings name another, migrations, and transactions that carry the tenant.
 *
 * <p>Rooms only need a {@code JdbcClient} and {@code @Transactional}; nothing here knows what they store.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.zhuqi.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
