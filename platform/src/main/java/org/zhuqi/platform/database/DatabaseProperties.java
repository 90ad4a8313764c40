package org.zhuqi.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param home folder of the embedded database and of its generated secrets
 * @param name name of the database in the embedded cluster
 * @param url JDBC URL of an external PostgreSQL (15 or newer); empty means the embedded one
 * @param owner role that owns the schema and runs the migrations (external only)
 * @param user role that the application works as; must not be a superuser nor bypass row-level security (external only)
 * @param poolSize connections of one instance
 * @param patience how long a request waits for one answer of the database before it says that the database is away
 */
@ConfigurationProperties("zhuqi.database")
record DatabaseProperties(
    @DefaultValue(".data/database") Path home,
    @DefaultValue("zhuqi") String name,
    @Nullable String url,
    @Nullable String owner,
    @Nullable String ownerPassword,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("16") int poolSize,
    @DefaultValue("8s") Duration patience) {

  boolean external() {
    return url != null && !url.isBlank();
  }
}
