package org.zhuqi.platform.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/** What a room shows to everybody on the public home page. A bean; asked on each visit, with the tenant bound. */
public interface HomePart {
  enum Section {
    /** Batches of vouchers that are open or open soon. */
    OPEN_NOW,
    NOTICES,
    MEASURES,
    /** Figures of how the money is used. */
    FIGURES
  }

  /**
   * @param due the last day on which it matters (a notice's end), or null
   * @param when the day it is from, or null
   */
  record Entry(Text title, String link, @Nullable Text detail, @Nullable LocalDate when, @Nullable LocalDate due) {}

  Section section();

  /** The first five. */
  List<Entry> entries();

  default int order() {
    return 100;
  }
}
