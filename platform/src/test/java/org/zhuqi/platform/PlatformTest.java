package org.zhuqi.platform;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.platform.shared.Tenancy;

/**
 * A test against the whole application on a real PostgreSQL and a real port.
 *
 * <p>All such tests of a JVM share one application; each makes its own parties and looks only at them, so they need no
 * cleaning between. The tenant of tests is {@value #TENANT}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
public abstract class PlatformTest {
  protected static final String TENANT = "guiyang";

  @Autowired protected JdbcClient jdbc;
  @Autowired protected TransactionTemplate transactions;

  /** Runs as the tenant, outside any transaction: facades open their own. */
  protected static <T> T asTenant(Callable<T> work) {
    try {
      return Tenancy.call(TENANT, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs as the tenant in one transaction; for looking at tables. */
  protected <T> T inTransaction(Callable<T> work) {
    return asTenant(
        () ->
            transactions.execute(
                status -> {
                  try {
                    return work.call();
                  } catch (RuntimeException e) {
                    throw e;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }
}
