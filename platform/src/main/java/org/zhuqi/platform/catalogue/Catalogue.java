package org.zhuqi.platform.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Service items: drafted, published, found. Each command is one transaction. */
@Service
@Transactional
public class Catalogue {

  /** Keeps a draft; only a title is needed. */
  public Outcome<UUID> draft(Actor by, Item item) {
    throw new UnsupportedOperationException();
  }

  /** Drafts and publishes in one go; refused, it leaves nothing behind. */
  public Outcome<UUID> publish(Actor by, Item item) {
    throw new UnsupportedOperationException();
  }

  /** Publishes the working copy as the next version. Refused with everything that is missing or wrong. */
  public Outcome<ServiceItem> publish(Actor by, UUID item) {
    throw new UnsupportedOperationException();
  }

  /** The item as last published, or its draft. @throws org.zhuqi.platform.shared.NotFoundException when there is none */
  @Transactional(readOnly = true)
  public ServiceItem item(UUID item) {
    throw new UnsupportedOperationException();
  }

  /** The item as it was published in that version. */
  @Transactional(readOnly = true)
  public ServiceItem item(UUID item, int version) {
    throw new UnsupportedOperationException();
  }

  /** The item if anybody may see and order it today: published, its qualification valid, its institution live. */
  @Transactional(readOnly = true)
  public Optional<ServiceItem> open(UUID item) {
    throw new UnsupportedOperationException();
  }

  /** What the public finds, in ranking order. */
  @Transactional(readOnly = true)
  public Outcome<ServicePage> search(ServiceSearch search) {
    throw new UnsupportedOperationException();
  }

  /** How parties stand today over all registers; a party that none knows is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, Standing.State> standing(Collection<UUID> parties) {
    throw new UnsupportedOperationException();
  }
}
