package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * At most (or at least) so much, per whom, per which period, over what.
 *
 * @param value fen for {@link Unit#CNY}, otherwise the plain number
 * @param countsFrom the limit is not applied while fewer than this many things were counted
 */
public record Limit(
    Head head, Bound bound, long value, Unit unit, Per per, Period period, Over over, long countsFrom)
    implements Provision {
  /** Which side is limited. */
  public enum Bound {
    AT_MOST,
    AT_LEAST
  }

  /** What is counted. */
  public enum Unit {
    CNY,
    PERCENT,
    CASES,
    ORDERS,
    PERSONS,
    FIRMS,
    HOURS,
    DAYS
  }

  /** Per whom. */
  public enum Per {
    HOLDER,
    PROJECT,
    INSTITUTION,
    MEMBER,
    STATION,
    EXPERT,
    CONTRACT,
    ORDER
  }

  /** In which time. */
  public enum Period {
    CALENDAR_YEAR,
    CALENDAR_MONTH,
    CALENDAR_WEEK,
    TERM,
    ONCE;

    /** The first day of the period that the day lies in. TERM and ONCE have no calendar: they begin at the epoch. */
    public LocalDate from(LocalDate day) {
      return switch (this) {
        case CALENDAR_YEAR -> day.withDayOfYear(1);
        case CALENDAR_MONTH -> day.withDayOfMonth(1);
        case CALENDAR_WEEK -> day.with(java.time.DayOfWeek.MONDAY);
        case TERM, ONCE -> LocalDate.EPOCH;
      };
    }

    /** The first day after the period that the day lies in. */
    public LocalDate before(LocalDate day) {
      return switch (this) {
        case CALENDAR_YEAR -> from(day).plusYears(1);
        case CALENDAR_MONTH -> from(day).plusMonths(1);
        case CALENDAR_WEEK -> from(day).plusWeeks(1);
        case TERM, ONCE -> LocalDate.of(9999, 12, 31);
      };
    }
  }

  /** Over which scope the counting runs. */
  public enum Over {
    ALL_BATCHES,
    BATCH,
    ALL_STATIONS,
    STATION,
    SERVICE_ITEM,
    REGISTER
  }

  /** The ceiling as money. */
  public Money amount() {
    if (unit != Unit.CNY) {
      throw new IllegalStateException(id() + " limits " + unit + ", not money");
    }
    return new Money(value);
  }

  /** What is still free under an upper limit; never below zero. */
  public Money headroom(Money used) {
    return amount().minus(used).max(Money.ZERO);
  }

  /** What is still free under an upper limit, for counts; never below zero. */
  public long headroom(long used) {
    return Math.max(0, Math.subtractExact(value, used));
  }

  /** Whether {@code asked} still fits on top of {@code used} (at most), with the headroom in the sentence. */
  public Finding check(Money used, Money asked) {
    Money free = headroom(used);
    boolean fits = !asked.isMoreThan(free);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("used", used);
    facts.put("asked", asked);
    facts.put("ceiling", amount());
    facts.put("headroom", free);
    Text sentence =
        fits
            ? new Text(
                "上限 %s，已用 %s，本次 %s，未超过上限。".formatted(amount(), used, asked),
                "The ceiling is %s, %s is used; %s fits."
                    .formatted(amount().format(true), used.format(true), asked.format(true)))
            : new Text(
                "上限 %s，已用 %s，余额 %s，本次 %s 超过余额。".formatted(amount(), used, free, asked),
                "The ceiling is %s, %s is used, %s is left; %s is more than that."
                    .formatted(amount().format(true), used.format(true), free.format(true), asked.format(true)));
    Text remedy =
        fits
            ? null
            : free.isZero()
                ? new Text("本期额度已用完，请在下一期再申请。", "Nothing is left in this period; ask again in the next one.")
                : new Text(
                    "可在 %s 以内重新申请。".formatted(free), "Ask for %s or less.".formatted(free.format(true)));
    return new Finding(id(), "limit", fits ? Verdict.HOLDS : Verdict.FAILS, facts, sentence, remedy);
  }
}
