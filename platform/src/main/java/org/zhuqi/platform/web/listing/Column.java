package org.zhuqi.platform.web.listing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * One column of a list.
 *
 * @param key the name of the column in the base query; also its name in the URL
 * @param value what a row shows in it; its type goes with the kind
 * @param totalled the sum over everything filtered is shown
 */
public record Column<T>(Text label, String key, Kind kind, Function<? super T, ? extends @Nullable Object> value, boolean totalled) {

  /** How values are drawn, ordered and exported. */
  public enum Kind {
    /** String, or Text in both languages. */
    TEXT,
    /** String in monospace: numbers and codes that people copy. */
    CODE,
    /** Long or Integer. */
    NUMBER,
    /** Long fen, or Money. */
    MONEY,
    /** LocalDate. */
    DATE,
    /** LocalDate, shown as the working days that are left. */
    DUE,
    /** Instant or OffsetDateTime. */
    TIME,
    /** Badge. */
    BADGE;

    public boolean right() {
      return this == MONEY || this == NUMBER;
    }

    /** Figures to the right; what is one word to the eye stays on one line. */
    public String css() {
      return right() ? "zq-right" : this == CODE || this == TIME ? "zq-nowrap" : "";
    }
  }

  public Column {
    if (!key.matches("[a-z][a-z0-9_]*")) throw new IllegalArgumentException("not a column name: " + key);
  }
}
