package org.zhuqi.platform.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * An act that waits for somebody and is no stage of a case.
 *
 * @param number of the matter in which it arises
 * @param provision by which it is to be done
 * @param name of the party concerned
 * @param dueOn last working day for it, or null where the measure sets no time
 * @param link page on which it is done
 */
public record Task(
    UUID id,
    String kind,
    String number,
    String measure,
    @Nullable String provision,
    String titleZh,
    String titleEn,
    String name,
    String stepZh,
    String stepEn,
    @Nullable LocalDate dueOn,
    OffsetDateTime since,
    String link) {

  public Text title() {
    return new Text(titleZh, titleEn);
  }

  /** What is to be done. */
  public Text step() {
    return new Text(stepZh, stepEn);
  }
}
