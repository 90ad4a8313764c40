package org.zhuqi.platform.contracts;

import org.zhuqi.platform.shared.Actor;

/**
 * Who holds money for contracts: told, in the same transaction, when a filed contract ends early. Implemented by vouchers.
 */
public interface Locks {
  /** Gives back everything still locked for this contract. Idempotent: nothing locked, nothing done. */
  void release(Actor by, Contract contract, String reason);
}
