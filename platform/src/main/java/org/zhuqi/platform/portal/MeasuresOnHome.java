package org.zhuqi.platform.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.HomePart;

/** The measures that are in force today, with their last day; what has ended is read on the page of all measures. */
@Component
class MeasuresOnHome implements HomePart {
  private final Measures measures;
  private final Clock clock;

  MeasuresOnHome(Measures measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  @Override
  public Section section() {
    return Section.MEASURES;
  }

  @Override
  public List<Entry> entries() {
    LocalDate today = LocalDate.now(clock);
    return measures.all().stream().filter(p -> p.isInForce(today)).map(MeasuresOnHome::entry).toList();
  }

  private static Entry entry(Pack p) {
    LocalDate until = p.inForceUntil();
    Text life =
        until == null
            ? new Text(p.issuer().zh() + " · 自 " + p.inForceFrom() + " 起施行", p.issuer().en() + " · in force from " + p.inForceFrom())
            : new Text(
                p.issuer().zh() + " · " + p.inForceFrom() + " 至 " + until,
                p.issuer().en() + " · " + p.inForceFrom() + " to " + until);
    return new Entry(p.title(), "/measures/" + p.code(), life, null, null);
  }
}
