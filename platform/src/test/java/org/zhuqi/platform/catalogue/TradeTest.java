package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.time.MovableClock;

/** Tests of the trade between enterprises and institutions: they begin on a Monday inside both measures' life. */
public abstract class TradeTest extends PlatformTest {
  protected static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Autowired protected TradeFixtures trade;
  @Autowired protected Catalogue catalogue;
  @Autowired protected MovableClock time;
  @Autowired protected Notifications notifications;
  private ZonedDateTime before = ZonedDateTime.now(ZONE);

  @BeforeEach
  void begin() {
    before = time.instant().atZone(ZONE);
    at(TODAY);
  }

  @AfterEach
  void end() {
    asTenant(
        () -> {
          time.moveTo(before);
          return null;
        });
  }

  protected void at(LocalDate day) {
    at(day, LocalTime.of(9, 0));
  }

  protected void at(LocalDate day, LocalTime minute) {
    asTenant(
        () -> {
          time.moveTo(day.atTime(minute).atZone(ZONE));
          return null;
        });
  }

  /** Subjects of what somebody was told, newest first. */
  protected List<String> told(Actor reader) {
    return asTenant(() -> notifications.list(reader, false, 1_000, 0).stream().map(n -> n.subject().zh()).toList());
  }

  protected static List<String> codes(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  protected static List<String> provisions(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::provision).distinct().toList();
  }
}
