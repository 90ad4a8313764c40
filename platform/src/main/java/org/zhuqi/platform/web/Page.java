package org.zhuqi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.UnknownYearException;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.problem.Problems;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.listing.Column;

/** What every template is given as {@code p}: language, words for values, who looks, what was typed and refused. */
public final class Page {
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final String LANGUAGE = "lang";

  private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");

  private final Shell shell;
  private final HttpServletRequest request;
  private final boolean english;
  private final @Nullable Actor actor;

  Page(Shell shell, HttpServletRequest request) {
    this.shell = shell;
    this.request = request;
    this.english = isEnglish(request);
    this.actor = SignedIn.current();
  }

  static boolean isEnglish(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies != null
        && Arrays.stream(cookies).anyMatch(c -> c.getName().equals(LANGUAGE) && c.getValue().equals("en"));
  }

  // Words

  public boolean english() {
    return english;
  }

  public String t(String zh, String en) {
    return english ? en : zh;
  }

  public String t(@Nullable Text text) {
    return text == null ? "" : text.in(english);
  }

  public String money(Money money) {
    return money.format(english);
  }

  /** {@code 1,234,567.00 元}. */
  public String money(long fen) {
    return money(new Money(fen));
  }

  /** {@code 2025-03-03 周一}; a dash for none. */
  public String date(@Nullable LocalDate day) {
    return day == null ? "—" : (english ? DAY_EN : DAY_ZH).format(day);
  }

  /** {@code 2025-03-03 09:05} in Asia/Shanghai; a dash for none. */
  public String time(@Nullable TemporalAccessor when) {
    return switch (when) {
      case null -> "—";
      case Instant i -> MINUTE.format(i.atZone(CHINA));
      case ZonedDateTime z -> MINUTE.format(z.withZoneSameInstant(CHINA));
      case java.time.OffsetDateTime o -> MINUTE.format(o.atZoneSameInstant(CHINA));
      default -> MINUTE.format(when);
    };
  }

  /** {@code 还剩 3 个工作日（03-06）}, 今天到期 or 已逾期; empty for none. */
  public String due(@Nullable LocalDate day) {
    if (day == null) return "";
    String on = day.getYear() == today().getYear() ? SHORT.format(day) : day.toString();
    int left = workingDaysLeft(day);
    if (day.equals(today())) return t("今天到期（" + on + "）", "due today (" + on + ")");
    if (left == Integer.MIN_VALUE) return day.toString();
    if (day.isBefore(today())) {
      return t("已逾期 " + -left + " 个工作日（" + on + "）", -left + " working days overdue (" + on + ")");
    }
    return t("还剩 " + left + " 个工作日（" + on + "）", left + (left == 1 ? " working day left (" : " working days left (") + on + ")");
  }

  /** The same as a badge: warns from the last two working days on. */
  public Badge dueBadge(LocalDate day) {
    int left = workingDaysLeft(day);
    Badge.Tone tone =
        day.isBefore(today()) ? Badge.Tone.BAD : left <= 2 && left >= 0 ? Badge.Tone.WARN : Badge.Tone.WAITING;
    return new Badge(new Text(due(day), due(day)), tone);
  }

  /** Negative when over; MIN_VALUE where the calendar of that year is not known, because a page must still be drawn. */
  private int workingDaysLeft(LocalDate day) {
    try {
      var days = shell.workingDays();
      return day.isBefore(today()) ? -days.between(day, today()) : days.between(today(), day);
    } catch (UnknownYearException e) {
      return Integer.MIN_VALUE;
    }
  }

  /** The article that a provision is from, such as 第七条; the id itself where no pack knows it. */
  public String article(String provision) {
    Provision found = shell.provision(provision);
    return found == null ? provision : t(found.citation());
  }

  /** Where a provision can be read. */
  public String articleLink(String provision) {
    int dash = provision.indexOf('-');
    return "/measures/" + (dash < 0 ? provision : provision.substring(0, dash)) + "#" + provision;
  }

  /** What a fact that a decision read is called. */
  public String fact(Decision decision, String name) {
    return t(shell.facts().name(decision, name));
  }

  /** Its value in words; a dash where it was not given. */
  public String factValue(Decision decision, Finding finding, String name, @Nullable Object value) {
    return value == null ? "—" : t(shell.facts().value(decision, finding, name, value));
  }

  /** A value in words, by its kind. */
  public String shown(Column.Kind kind, @Nullable Object value) {
    return switch (value) {
      case null -> "—";
      case Text text -> t(text);
      case Badge badge -> t(badge.label());
      case Money money -> money(money);
      case Number n when kind == Column.Kind.MONEY -> money(n.longValue());
      case LocalDate day -> kind == Column.Kind.DUE ? due(day) : date(day);
      case TemporalAccessor when -> time(when);
      default -> value.toString();
    };
  }

  public String json(Chart chart) {
    return chart.json(english);
  }

  // Where and who

  public LocalDate today() {
    return shell.today();
  }

  /** Of the business clock, which the demo can move. */
  public String now() {
    return time(shell.clock().instant());
  }

  public @Nullable Actor actor() {
    return actor;
  }

  /** Signed in, in one of these roles. */
  public boolean is(Role... roles) {
    return actor != null && actor.is(roles);
  }

  /** An official at work: dense pages. */
  public boolean official() {
    return actor != null && !actor.role().isParty();
  }

  public Text tenant() {
    var tenant = shell.tenant(request.getServerName());
    return new Text(tenant.nameZh(), tenant.nameEn());
  }

  public boolean demo() {
    return shell.demo();
  }

  public List<NavItem> navigation() {
    return shell.navigation(actor);
  }

  /** Whether an entry is the most exact one for this page. */
  public boolean at(NavItem item) {
    return item.contains(path())
        && navigation().stream()
            .noneMatch(n -> n.contains(path()) && n.path().length() > item.path().length());
  }

  /** Not counted for an error page, which must not ask a database that may be the error. */
  public int unread() {
    return actor == null || request.getAttribute(Problems.FAILED) != null ? 0 : shell.unread(actor);
  }

  /** The path that was asked for, also on an error page. */
  public String path() {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    return failed instanceof String s ? s : request.getRequestURI();
  }

  /** Path and query, for coming back. */
  public String here() {
    return method().equals("GET") && request.getQueryString() != null ? path() + "?" + request.getQueryString() : path();
  }

  // Forms

  public @Nullable String csrf() {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken t ? t.getToken() : null;
  }

  public String csrfName() {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken t ? t.getParameterName() : "_csrf";
  }

  /** A fresh idempotency key: one per form. */
  public String key() {
    return UUID.randomUUID().toString();
  }

  /** What was typed, on a form that is shown again; else what the form starts with. */
  public String value(String name, @Nullable Object start) {
    String typed = refused() ? request.getParameter(name) : null;
    return typed != null ? typed : Objects.toString(start, "");
  }

  /** Every value that was typed for a field that may come several times; else what the form starts with. */
  public List<String> values(String name, List<String> start) {
    String[] typed = refused() ? request.getParameterValues(name) : null;
    return typed != null ? List.of(typed) : refused() ? List.of() : start;
  }

  /** An amount for an input, without unit: {@code 1234.50}. */
  public String amount(String name, @Nullable Money start) {
    return value(name, start == null ? "" : start.yuan().toPlainString());
  }

  /** The ids of a field's hint and error, for {@code aria-describedby}. */
  public @Nullable String described(String name, @Nullable String hint) {
    String ids = (hint == null ? "" : "h-" + name) + (error(name) == null ? "" : " e-" + name);
    return ids.isEmpty() ? null : ids.strip();
  }

  /** Whether an option was chosen, or is chosen from the start. */
  public boolean chosen(String name, String option, boolean start) {
    String[] typed = refused() ? request.getParameterValues(name) : null;
    return typed != null ? Arrays.asList(typed).contains(option) : refused() ? false : start;
  }

  /** A form without files that was posted: it can be sent again as it is, under the same key. */
  public boolean resendable() {
    String type = request.getContentType();
    return method().equals("POST") && type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /** What was sent, key included and the session's token left out. */
  public Map<String, List<String>> sent() {
    Map<String, List<String>> sent = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
    sent.remove(csrfName());
    return sent;
  }

  /** The page of ours that led here by a form, or null. */
  public @Nullable String back() {
    String from = request.getHeader("Referer");
    if (method().equals("GET") || from == null) return null;
    try {
      URI uri = new URI(from);
      if (!request.getServerName().equals(uri.getHost())) return null;
      return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private String method() {
    return request.getAttribute("jakarta.servlet.error.method") instanceof String m ? m : request.getMethod();
  }

  public boolean refused() {
    return !refusals().isEmpty();
  }

  @SuppressWarnings("unchecked")
  public List<Refusal> refusals() {
    return request.getAttribute(Pages.REFUSALS) instanceof List<?> l ? (List<Refusal>) l : List.of();
  }

  /** What is wrong with a field, or null. */
  public @Nullable String error(String name) {
    return refusals().stream()
        .filter(r -> name.equals(r.field()))
        .map(r -> t(r.sentence()) + (r.remedy() == null ? "" : " " + t(r.remedy())))
        .findFirst()
        .orElse(null);
  }

  /** Said once after a redirect: what has been done. */
  public @Nullable String said() {
    Text said = Said.read(request);
    return said == null ? null : t(said);
  }
}
