package org.zhuqi.platform.database;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema's owner, who sees and changes everything: for tests that tamper, or that look across tenants. */
public final class Owner {
  private Owner() {}

  public static JdbcClient of(Flyway flyway) {
    return JdbcClient.create(flyway.getConfiguration().getDataSource());
  }
}
