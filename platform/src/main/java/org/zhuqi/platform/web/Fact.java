package org.zhuqi.platform.web;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.listing.Column.Kind;

/** A name and a value, drawn by {@code kit/facts} as a column of that kind would be. */
public record Fact(Text label, Kind kind, @Nullable Object value) {
  public static Fact of(String zh, String en, @Nullable Object value) {
    return new Fact(new Text(zh, en), Kind.TEXT, value);
  }

  public static Fact of(Kind kind, String zh, String en, @Nullable Object value) {
    return new Fact(new Text(zh, en), kind, value);
  }
}
