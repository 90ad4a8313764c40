package org.zhuqi.platform.web.listing;

import java.util.List;
import java.util.function.Supplier;
import org.zhuqi.measures.Text;

/** A way to narrow a list down; kept in the URL. */
public sealed interface Filter {

  /** Words that any of these columns contains; {@code q} in the URL. */
  record Search(Text label, List<String> columns) implements Filter {}

  /** One value of a column, from a short list; the column's name in the URL. */
  record Select(Text label, String column, Supplier<List<Option>> options) implements Filter {}

  /** A range of days, both inclusive; {@code <column>.from} and {@code <column>.to} in the URL. */
  record Days(Text label, String column) implements Filter {}

  /** What a {@link Select} offers. */
  record Option(String value, Text label) {
    public static Option of(String value, String zh, String en) {
      return new Option(value, new Text(zh, en));
    }
  }
}
