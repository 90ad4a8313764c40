package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Filing (备案) of agreed contracts: the voucher amounts are locked in the ledger, not merely noted. */
@Service
@Transactional
public class Filing {
  /** Files an agreed contract against vouchers of its client; returns the filing. */
  public Outcome<UUID> file(Actor by, UUID contract, List<VoucherPart> parts) {
    throw new UnsupportedOperationException();
  }

  /** Gives the locked amounts back because the contract ended without (full) performance. */
  public Outcome<UUID> release(Actor by, UUID contract, String reason) {
    throw new UnsupportedOperationException();
  }

  public Optional<Filed> of(UUID contract) {
    throw new UnsupportedOperationException();
  }
}
