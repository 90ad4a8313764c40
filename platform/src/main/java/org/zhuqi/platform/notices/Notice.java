package org.zhuqi.platform.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Role;

/**
 * A published notice with its lines.
 *
 * @param number such as GS-2024-000003
 * @param lastDay last day on which objections are taken
 * @param content the frozen list in its canonical form; {@code sha256} is its hash in hexadecimal
 */
public record Notice(
    UUID id,
    String number,
    String kind,
    String measure,
    String version,
    String provision,
    Text title,
    Text lead,
    String agency,
    @Nullable String funder,
    Instant publishedAt,
    int workingDays,
    LocalDate lastDay,
    @Nullable Instant closedAt,
    List<PublishNotice.Column> columns,
    List<Line> lines,
    String content,
    String sha256) {

  /** Whether objections are taken on a day. */
  public boolean isRunning(LocalDate on) {
    return !on.isAfter(lastDay);
  }

  /** Who published it and answers objections. */
  Recipients desk() {
    return agency.equals(Role.CENTRE.name()) ? Recipients.desk(Role.CENTRE, null) : Recipients.desk(Role.BUREAU, funder);
  }

  Notice with(List<Line> lines) {
    return new Notice(
        id, number, kind, measure, version, provision, title, lead, agency, funder, publishedAt, workingDays, lastDay,
        closedAt, columns, lines, content, sha256);
  }

  /** @param number from 1, in the order of the list */
  public record Line(int number, UUID ref, Map<String, String> fields, LineState state) {}

  /** What became of a line. */
  public enum LineState {
    STANDING,
    HELD,
    CLEARED,
    STRUCK
  }
}
