package org.zhuqi.platform.notices;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * Publishes a list for objection.
 *
 * @param kind names the {@link NoticeSubject}
 * @param measure code of the measure
 * @param version version of the measure
 * @param provision id of the provision that provides for it
 * @param title what is published
 * @param lead what it is about and what one can do, in a few sentences
 * @param agency who publishes and answers objections
 * @param funder whose money it is about, or null
 * @param workingDays how long it stands; the day of publication does not count
 * @param columns headings of the public fields, in order, by key
 */
public record PublishNotice(
    String kind,
    String measure,
    String version,
    String provision,
    Text title,
    Text lead,
    String agency,
    @Nullable String funder,
    int workingDays,
    List<Column> columns,
    List<Line> lines) {
  public PublishNotice {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** Heading of one public field. */
  public record Column(String key, Text label) {}

  /**
   * One line of the list.
   *
   * @param ref what the line stands for, in the room that publishes; not public
   * @param parties whom it is about; nobody related to one of them answers an objection; not public
   */
  public record Line(UUID ref, Set<UUID> parties, Map<String, String> fields) {
    public Line {
      parties = Set.copyOf(parties);
      fields = Map.copyOf(fields);
    }

    /** A line about one party. */
    public Line(UUID ref, UUID party, Map<String, String> fields) {
      this(ref, Set.of(party), fields);
    }

    /** A line about nobody in particular. */
    public Line(UUID ref, Map<String, String> fields) {
      this(ref, Set.of(), fields);
    }
  }
}
