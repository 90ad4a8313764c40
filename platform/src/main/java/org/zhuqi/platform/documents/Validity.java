package org.zhuqi.platform.documents;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Json;

/** How long documents count, for statements over many of them; the same as {@link Papers#countsUntil}. */
@Component
public class Validity {
  /** A paper "expires soon" in this many days before its last; its owner is then reminded. */
  public static final int SOON_DAYS = 30;

  /** Documents with {@code until}, the last day on which each counts as what it was uploaded for; needs {@code :validity}. */
  public static final String COUNTED =
      """
      select x.*, least(x.expires, cast(x.issued + make_interval(months => cast(v.value as int)) as date)) as until
        from document x left join jsonb_each_text(cast(:validity as jsonb)) v on v.key = x.material_code""";

  private final Papers papers;

  Validity(Papers papers) {
    this.papers = papers;
  }

  /** Months by material, as {@link #COUNTED} wants them. */
  public String months() {
    Map<String, Integer> months =
        papers.asked().stream()
            .filter(AskedPaper::needsDate)
            .collect(Collectors.toMap(a -> a.item().code(), a -> Objects.requireNonNull(a.item().validityMonths())));
    return Json.write(months);
  }
}
