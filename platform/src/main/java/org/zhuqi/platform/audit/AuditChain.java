package org.zhuqi.platform.audit;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The hash chain over the trail of the current tenant: sealing, verification, anchors. */
@Service
public class AuditChain {
  private static final Logger log = LoggerFactory.getLogger(AuditChain.class);
  private static final int GROUP = 2000;
  private final SealStore store;
  private final Verifier verifier;
  private final TransactionTemplate own;

  AuditChain(SealStore store, Verifier verifier, PlatformTransactionManager transactions) {
    this.store = store;
    this.verifier = verifier;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Seals what is committed, in groups that are each durable. Several instances may call it: one works, the others return
   * at once.
   */
  public void sealAll() {
    while (Boolean.TRUE.equals(own.execute(s -> store.lock() && store.seal(GROUP) == GROUP))) {
      log.debug("sealed a full group; there is more");
    }
  }

  /** Reads the whole trail once, in bounded memory, and compares it with the chain and with anchors kept elsewhere. */
  @Transactional(readOnly = true, timeout = 900)
  public Verification verify(List<Anchor> anchors) {
    return verifier.verify(anchors);
  }

  /** Where the chain ends now; empty before the first seal. */
  @Transactional(readOnly = true)
  public Optional<Anchor> head() {
    return store.head().map(SealStore.Head::anchor);
  }
}
