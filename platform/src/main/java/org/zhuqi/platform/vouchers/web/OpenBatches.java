package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.vouchers.Batch;
import org.zhuqi.platform.vouchers.BatchState;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.web.HomePart;

/** On the public home page: batches that are open or open soon. */
@Component
class OpenBatches implements HomePart {
  private final Batches batches;
  private final Funders funders;
  private final Clock clock;

  OpenBatches(Batches batches, Funders funders, Clock clock) {
    this.batches = batches;
    this.funders = funders;
    this.clock = clock;
  }

  @Override
  public Section section() {
    return Section.OPEN_NOW;
  }

  @Override
  public List<Entry> entries() {
    return batches.current().stream().limit(5).map(this::entry).toList();
  }

  private Entry entry(Batch b) {
    Text funder = funders.label(b.funder());
    boolean open = b.state() == BatchState.OPEN;
    return new Entry(
        b.title(), "/totals/" + b.id(),
        new Text(
            funder.zh() + (open ? "，申领中，余额 " + b.left() : "，即将开放，总额 " + b.amount()),
            funder.en() + (open ? ", open, left " + b.left().format(true) : ", opens soon, " + b.amount().format(true))),
        LocalDate.ofInstant(b.opensAt(), clock.getZone()), LocalDate.ofInstant(b.closesAt().minusSeconds(1), clock.getZone()));
  }
}
