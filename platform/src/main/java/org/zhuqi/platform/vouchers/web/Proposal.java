package org.zhuqi.platform.vouchers.web;

import java.util.ArrayList;
import java.util.List;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.vouchers.Voucher;

/** A voucher with the amount that the form proposes to take of it. */
public record Proposal(Voucher voucher, Money amount) {

  /** Takes what is needed from those that lapse first, so that the holder only has to press the button. */
  static List<Proposal> spread(List<Voucher> soonestFirst, Money needed) {
    List<Proposal> proposals = new ArrayList<>();
    Money left = needed;
    for (Voucher v : soonestFirst) {
      Money take = v.free().min(left);
      proposals.add(new Proposal(v, take));
      left = left.minus(take);
    }
    return proposals;
  }
}
