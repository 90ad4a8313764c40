package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Vouchers and their life. */
@Service
@Transactional
public class Vouchers {
  /** All of a party, newest first. */
  public List<Voucher> of(UUID party) {
    throw new UnsupportedOperationException();
  }

  public Voucher get(UUID voucher) {
    throw new UnsupportedOperationException();
  }
}
