package org.zhuqi.platform.portal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.web.HomePart;

/** What the home page shows: what is open now, the newest notices, the measures. Asked afresh on each visit. */
@Component
class Home {
  private static final int ROWS = 5;
  private final List<HomePart> parts;

  Home(ObjectProvider<HomePart> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(HomePart::order)).toList();
  }

  /** Every section is there, if need be empty. */
  Map<HomePart.Section, List<HomePart.Entry>> sections() {
    Map<HomePart.Section, List<HomePart.Entry>> sections = new EnumMap<>(HomePart.Section.class);
    for (HomePart.Section section : HomePart.Section.values()) {
      sections.put(
          section,
          parts.stream().filter(p -> p.section() == section).flatMap(p -> p.entries().stream()).limit(ROWS).toList());
    }
    return sections;
  }
}
