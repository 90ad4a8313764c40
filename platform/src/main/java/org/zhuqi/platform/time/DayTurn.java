package org.zhuqi.platform.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.shared.Tenancy;

/**
 * Runs what the rooms do because a day has come ({@link DueWork}), for each tenant, day by day, in order.
 *
 * <p>Each work of a day has its own transaction and is done once, however many instances run this at the same time. A day
 * with a failed work is not over: it is tried again at the next run, and no later day begins before it is.
 */
@Service
public class DayTurn {
  private static final Logger log = LoggerFactory.getLogger(DayTurn.class);
  /** The lapse of a year's vouchers is one statement, and nobody waits for it. */
  private static final int LONGEST_SECONDS = 900;

  /** @param days how many days ended well in this run; @param failures works that failed, each of the day that stands */
  public record Turned(int days, List<DayWork> failures) {
    public boolean ok() {
      return failures.isEmpty();
    }
  }

  private final List<DueWork> works;
  private final List<String> tenants;
  private final DayStore store;
  private final Clock clock;
  private final TransactionTemplate own;

  @Autowired
  DayTurn(
      ObjectProvider<DueWork> works,
      Tenants tenants,
      DayStore store,
      Clock clock,
      PlatformTransactionManager transactions) {
    this(works.stream().toList(), tenants.all().stream().map(Tenants.Tenant::code).toList(), store, clock, transactions);
  }

  DayTurn(
      List<DueWork> works, List<String> tenants, DayStore store, Clock clock, PlatformTransactionManager transactions) {
    this.works = works.stream().sorted(Comparator.comparingInt(DueWork::order).thenComparing(DayTurn::name)).toList();
    this.tenants = tenants;
    this.store = store;
    this.clock = clock;
    this.own = TimeConfiguration.own(transactions);
    this.own.setTimeout(LONGEST_SECONDS);
  }

  /** Brings every tenant up to today. Idempotent; opens its own transactions, whatever the caller has open. */
  public Turned run() {
    return runAll(false);
  }

  /** As {@link #run}, but does today's works once more: after a start, when a new version may bring new works. */
  public Turned runAgain() {
    return runAll(true);
  }

  private Turned runAll(boolean again) {
    int days = 0;
    List<DayWork> failures = new ArrayList<>();
    for (String tenant : tenants) {
      try {
        Turned turned = Tenancy.call(tenant, () -> turn(again));
        days += turned.days();
        failures.addAll(turned.failures());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return new Turned(days, failures);
  }

  private Turned turn(boolean again) {
    LocalDate today = LocalDate.now(clock);
    boolean movable = clock instanceof MovableClock;
    LocalDate last = inOwn(() -> store.lastDay(today, again, movable));
    int days = 0;
    for (LocalDate day = last.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
      LocalDate current = day;
      List<DayWork> failures = new ArrayList<>();
      for (DueWork work : works) failures.addAll(runOne(work, current));
      if (!failures.isEmpty()) return new Turned(days, failures);
      inOwn(() -> store.close(current));
      days++;
    }
    return new Turned(days, List.of());
  }

  /** Empty when done, by us or by another instance; one failure otherwise. */
  private List<DayWork> runOne(DueWork work, LocalDate day) {
    String name = name(work);
    try {
      own.executeWithoutResult(
          s -> {
            if (store.begin(day, name)) work.run(day);
          });
      return List.of();
    } catch (RuntimeException e) {
      log.error("Daily work {} of {} failed; the day will be tried again", name, day, e);
      return List.of(inOwn(() -> store.failed(day, name, String.valueOf(e.getMessage()))));
    }
  }

  private <T> T inOwn(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(own.execute(s -> work.get()));
  }

  /** Room and class, such as {@code notices.ClosedNotices}. */
  static String name(DueWork work) {
    Class<?> type = org.springframework.aop.support.AopUtils.getTargetClass(work);
    String room = type.getPackageName();
    return room.substring(room.lastIndexOf('.') + 1) + "." + type.getSimpleName();
  }
}
