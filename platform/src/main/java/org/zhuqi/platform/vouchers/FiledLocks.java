package org.zhuqi.platform.vouchers;

import org.springframework.stereotype.Component;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Locks;
import org.zhuqi.platform.shared.Actor;

/** When a filed contract ends early, what it has locked goes back to its vouchers. */
@Component
class FiledLocks implements Locks {
  private final Filing filing;

  FiledLocks(Filing filing) {
    this.filing = filing;
  }

  @Override
  public void release(Actor by, Contract contract, String reason) {
    filing.giveBack(by, contract.id(), reason);
  }
}
