package org.zhuqi.platform.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;

/**
 * What a room puts on somebody's desk: what waits for them by due date, what they watch, at most one chart. A bean.
 *
 * <p>Asked on each visit of the desk, with the tenant bound; each method opens its own transaction through its facade and
 * answers with few rows, at most {@link #FIRST}.
 */
public interface DeskPart {
  /** How many rows of a kind a room puts on a desk. */
  int FIRST = 20;

  /**
   * @param kind what it is in two to four characters, such as 初审
   * @param due the last day, or null for none
   */
  record Waiting(Text kind, Text title, String link, @Nullable LocalDate due, @Nullable Text detail) {
    /** A title that reads the same in both languages, such as a name or a number. */
    public Waiting(Text kind, String title, String link, @Nullable LocalDate due, @Nullable Text detail) {
      this(kind, new Text(title, title), link, due, detail);
    }
  }

  /** One figure with the list behind it, such as 本年度可用券额 → 120,000.00 元. */
  record Watched(Text label, Text value, String link, @Nullable Text detail) {}

  /** @param question such as 预算还剩多少？ */
  record Picture(Text question, Text answer, Chart chart, String link) {}

  default List<Waiting> waiting(Actor actor) {
    return List.of();
  }

  default List<Watched> watching(Actor actor) {
    return List.of();
  }

  /** The desk shows the first picture that any room offers. */
  default Optional<Picture> picture(Actor actor) {
    return Optional.empty();
  }

  /** What this actor most likely came to do, as buttons: at most two. */
  default List<Step> steps(Actor actor) {
    return List.of();
  }

  /** A way to begin something. */
  record Step(Text label, String link) {}

  default int order() {
    return 100;
  }
}
