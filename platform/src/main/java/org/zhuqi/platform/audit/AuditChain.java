package org.zhuqi.platform.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hash chain over the trail of the current tenant: sealing, verification, anchors. */
@Service
public class AuditChain {
  private static final int GROUP = 2000;
  private final SealStore store;
  private final Verifier verifier;

  AuditChain(SealStore store, Verifier verifier) {
    this.store = store;
    this.verifier = verifier;
  }

  /**
   * Seals committed records, up to {@value #GROUP}. Several instances may call it: one works, the others return at once.
   *
   * @return how many were sealed; call again while it is the full group
   */
  @Transactional
  public int seal() {
    return store.lock() ? store.seal(GROUP) : 0;
  }

  /** Seals all that is committed. */
  static void sealAll(AuditChain chain) {
    while (chain.seal() == GROUP) {
      Thread.onSpinWait();
    }
  }

  /** Reads the whole trail once, in bounded memory, and compares it with the chain and with anchors kept elsewhere. */
  @Transactional(readOnly = true)
  public Verification verify(List<Anchor> anchors) {
    return verifier.verify(anchors);
  }

  /** Where the chain ends now; empty before the first seal. */
  @Transactional(readOnly = true)
  public Optional<Anchor> head() {
    return store.head().map(SealStore.Head::anchor);
  }
}
