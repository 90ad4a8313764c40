package org.zhuqi.platform.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhuqi.measures.Text;

/** How far a client's vouchers reach, so that both sides know it before they sign. Implemented by vouchers. */
public interface VoucherReach {
  /** What the party could use today, a sentence for each voucher, soonest to lapse first; empty for none. */
  List<Text> usable(UUID client);

  /** Said while a contract is not filed and asks more of vouchers than its client's could give today. */
  Optional<Warning> beyond(Contract contract);
}
