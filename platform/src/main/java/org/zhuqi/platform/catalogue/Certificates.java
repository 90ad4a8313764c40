package org.zhuqi.platform.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** The certificates of items: for the officials who see the items, and for enterprises while the item is published. */
@Component
public class Certificates implements DocumentAccess {
  private final ItemStore store;
  private final Documents documents;

  Certificates(ItemStore store, Documents documents) {
    this.store = store;
    this.documents = documents;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return subjectKind.equals(Catalogue.SUBJECT) && store.find(subject).filter(s -> concerns(a, s)).isPresent();
  }

  private static boolean concerns(Actor a, ServiceItem s) {
    if (a.is(Role.CENTRE, Role.BUREAU, Role.AUDITOR)) return true;
    return a.is(Role.ENTERPRISE) ? s.state() == ServiceItem.ItemState.PUBLISHED : s.party().equals(a.party());
  }

  /** The certificate that an item states, for a viewer who may read it. */
  @Transactional(readOnly = true)
  public Optional<Document> of(@Nullable Actor viewer, ServiceItem s) {
    UUID stated = s.item().qualification();
    if (viewer == null || stated == null || !concerns(viewer, s)) return Optional.empty();
    return documents.attachedTo(Catalogue.SUBJECT, s.id()).stream().filter(d -> d.id().equals(stated)).findFirst();
  }
}
