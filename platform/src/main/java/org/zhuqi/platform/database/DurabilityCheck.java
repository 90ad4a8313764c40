package org.zhuqi.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses to run on a database that could lose acknowledged work, or as a role that could see another tenant's rows. */
final class DurabilityCheck {
  private DurabilityCheck() {}

  static void of(DataSource dataSource) {
    try (Connection c = dataSource.getConnection();
        var s = c.createStatement();
        ResultSet rs =
            s.executeQuery(
                """
                select current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable,
                       rolsuper or rolbypassrls as unbound, current_user as role
                  from pg_roles where rolname = current_user""")) {
      rs.next();
      if (!rs.getBoolean("durable")) {
        throw new IllegalStateException(
            "The database runs with fsync or synchronous_commit off: acknowledged money movements could be lost. "
                + "Turn both on and start again.");
      }
      if (rs.getBoolean("unbound")) {
        throw new IllegalStateException(
            "The database role '" + rs.getString("role") + "' is a superuser or bypasses row-level security. "
                + "Give zhuqi.database.user a plain role.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
    }
  }
}
