package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;

/** Vouchers as they stand: what a holder has, and what is left of each. */
@Service
@Transactional(readOnly = true)
public class Vouchers {
  private final VoucherStore store;
  private final BatchStore batches;
  private final Clock clock;

  Vouchers(VoucherStore store, BatchStore batches, Clock clock) {
    this.store = store;
    this.batches = batches;
    this.clock = clock;
  }

  /** All of a party, newest first. */
  public List<Voucher> of(UUID party) {
    return store.of(party);
  }

  /** Those of a party that a contract may be filed with today, soonest to lapse first. */
  public List<Voucher> usable(UUID party) {
    LocalDate today = LocalDate.now(clock);
    return store.of(party).stream()
        .filter(v -> v.isUsable(today))
        .sorted(java.util.Comparator.comparing(Voucher::lastDay).thenComparing(Voucher::number))
        .toList();
  }

  /** @throws NotFoundException when there is none */
  public Voucher get(UUID voucher) {
    return store.find(voucher).orElseThrow(() -> new NotFoundException("voucher " + voucher));
  }

  /** The voucher for one who may see it: its holder, or an official of its funder. */
  public Voucher get(Actor viewer, UUID voucher) {
    Voucher v = get(voucher);
    boolean own = v.holder().equals(viewer.party());
    boolean official =
        viewer.is(Role.BUREAU, Role.FINANCE, Role.CENTRE, Role.AUDITOR)
            && viewer.covers(batches.get(v.batch()).funder());
    if (!own && !official) throw new NotFoundException("voucher " + voucher);
    return v;
  }
}
