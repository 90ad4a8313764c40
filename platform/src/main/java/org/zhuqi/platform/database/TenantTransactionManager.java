package org.zhuqi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.zhuqi.platform.shared.Tenancy;
import org.zhuqi.platform.shared.UnansweredException;

/**
 * Tells PostgreSQL, at the start of each transaction, whose rows it may show.
 *
 * <p>The setting ends with the transaction, so a pooled connection never carries a tenant into another request. Without a
 * tenant nothing is visible.
 */
final class TenantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1;
  private static final long MARGIN_MILLIS = 5_000;

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    try {
      patience(connection, definition);
      if (Tenancy.isBound()) bind(connection);
    } catch (SQLException e) {
      doRollbackQuietly(transaction);
      throw new CannotCreateTransactionException("could not bind the tenant", e);
    }
  }

  private static void bind(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select set_config('zhuqi.tenant', ?, true)")) {
      statement.setString(1, Tenancy.current());
      statement.execute();
    }
  }

  /** Gives a transaction with a timeout of its own that long to wait for one answer; others wait as long as the pool says. */
  private void patience(Connection connection, TransactionDefinition definition) throws SQLException {
    int seconds = definition.getTimeout();
    if (seconds == TransactionDefinition.TIMEOUT_DEFAULT) return;
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Math.min(seconds * 1000L + MARGIN_MILLIS, Integer.MAX_VALUE)));
  }

  /** A commit whose answer is lost may have happened or not: who asked must be told so, and asks again by the same key. */
  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try {
      super.doCommit(status);
    } catch (DataAccessResourceFailureException | TransactionSystemException e) {
      throw new UnansweredException(e);
    }
  }

  private void doRollbackQuietly(Object transaction) {
    doCleanupAfterCompletion(transaction);
  }
}
