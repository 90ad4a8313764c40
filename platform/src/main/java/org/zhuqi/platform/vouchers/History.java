package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Event;

/** What happened to a voucher, from the ledger: every movement of its money, newest first. */
@Service
@Transactional(readOnly = true)
public class History {
  private final Ledger ledger;

  History(Ledger ledger) {
    this.ledger = ledger;
  }

  public List<Event> of(UUID voucher) {
    return ledger.ofAccount(voucher).reversed().stream()
        .map(
            e ->
                new Event(
                    switch (e.movement()) {
                      case ISSUE -> Badge.Tone.GOOD;
                      case LAPSE -> Badge.Tone.BAD;
                      case LOCK -> Badge.Tone.RUNNING;
                      default -> Badge.Tone.OFF;
                    },
                    new Text(
                        e.movement().label().zh() + " " + e.amount(), e.movement().label().en() + " " + e.amount().format(true)),
                    Event.who(e.actor()),
                    e.at(),
                    null,
                    e.provision()))
        .toList();
  }
}
