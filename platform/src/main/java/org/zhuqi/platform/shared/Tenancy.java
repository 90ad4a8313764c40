package org.zhuqi.platform.shared;

import java.util.concurrent.Callable;

/**
 * The tenant (a city's platform) on whose behalf the current thread works.
 *
 * <p>Bound by the web for a request and by jobs for a run; the transaction manager hands it to PostgreSQL, whose
 * row-level security shows nothing without it.
 */
public final class Tenancy {
  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private Tenancy() {}

  /** @throws IllegalStateException when no tenant is bound */
  public static String current() {
    if (!CURRENT.isBound()) throw new IllegalStateException("no tenant is bound to this thread");
    return CURRENT.get();
  }

  public static boolean isBound() {
    return CURRENT.isBound();
  }

  public static void run(String tenant, Runnable work) {
    ScopedValue.where(CURRENT, tenant).run(work);
  }

  public static <T> T call(String tenant, Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, tenant).call(work::call);
  }
}
