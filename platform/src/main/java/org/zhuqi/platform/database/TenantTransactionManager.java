package org.zhuqi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.zhuqi.platform.shared.Tenancy;

/**
 * Tells PostgreSQL, at the start of each transaction, whose rows it may show.
 *
 * <p>The setting ends with the transaction, so a pooled connection never carries a tenant into another request. Without a
 * tenant nothing is visible.
 */
final class TenantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1;

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    if (!Tenancy.isBound()) return;
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    try (var statement = connection.prepareStatement("select set_config('zhuqi.tenant', ?, true)")) {
      statement.setString(1, Tenancy.current());
      statement.execute();
    } catch (SQLException e) {
      doRollbackQuietly(transaction);
      throw new CannotCreateTransactionException("could not bind the tenant", e);
    }
  }

  private void doRollbackQuietly(Object transaction) {
    doCleanupAfterCompletion(transaction);
  }
}
