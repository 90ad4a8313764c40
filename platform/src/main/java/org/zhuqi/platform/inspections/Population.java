package org.zhuqi.platform.inspections;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.vouchers.Filing;

/** The transactions of a year: contracts filed in it against vouchers of a funder. Their public id is the filing number. */
@Component
class Population {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private final Filing filing;

  Population(Filing filing) {
    this.filing = filing;
  }

  List<InspectionDraw.Transaction> of(String measure, String funder, int year) {
    return filing
        .filedIn(
            measure,
            funder,
            LocalDate.of(year, 1, 1).atStartOfDay(CHINA).toInstant(),
            LocalDate.of(year + 1, 1, 1).atStartOfDay(CHINA).toInstant())
        .stream()
        .map(f -> new InspectionDraw.Transaction(f.number(), f.contract(), f.amount()))
        .toList();
  }
}
