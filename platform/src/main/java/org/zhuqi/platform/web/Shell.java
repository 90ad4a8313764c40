package org.zhuqi.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Actor;

/** What all pages draw on: the clock, working days, measures for citations, navigation. */
@Component
class Shell {
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private final Tenants tenants;
  private final Clock clock;
  private final WorkingDays workingDays;
  private final Measures measures;
  private final FactWords facts;
  private final ObjectProvider<Bell> bell;
  private final List<NavItem> navigation;
  private final boolean demo;
  private volatile long silentSince = System.nanoTime() - SILENCE.toNanos();

  Shell(
      Tenants tenants,
      Clock clock,
      WorkingDays workingDays,
      Measures measures,
      FactWords facts,
      ObjectProvider<Bell> bell,
      ObjectProvider<NavItem> navigation,
      @Value("${zhuqi.demo:false}") boolean demo) {
    this.tenants = tenants;
    this.clock = clock;
    this.workingDays = workingDays;
    this.measures = measures;
    this.facts = facts;
    this.bell = bell;
    this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    this.demo = demo;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Page.CHINA));
  }

  Clock clock() {
    return clock;
  }

  boolean demo() {
    return demo;
  }

  Tenants.Tenant tenant(String host) {
    return tenants.forHost(host);
  }

  WorkingDays workingDays() {
    return workingDays;
  }

  List<NavItem> navigation(@Nullable Actor actor) {
    return navigation.stream().filter(n -> n.isFor(actor)).toList();
  }

  /** The provision as the latest version of its measure has it, or null for an id that no pack knows. */
  @Nullable Provision provision(String id) {
    return measures.all().reversed().stream().flatMap(p -> p.provision(id).stream()).findFirst().orElse(null);
  }

  FactWords facts() {
    return facts;
  }

  /** Messages that wait; none while the database is away, so that an error page can be drawn, and at once. */
  int unread(Actor actor) {
    Bell here = bell.getIfAvailable();
    if (here == null || System.nanoTime() - silentSince < SILENCE.toNanos()) return 0;
    try {
      return here.unread(actor);
    } catch (DataAccessException | TransactionException e) {
      silentSince = System.nanoTime();
      return 0;
    }
  }
}
