package org.zhuqi.platform.documents;

import java.util.UUID;
import org.zhuqi.platform.shared.Actor;

/**
 * A room's word on who may read what is attached to its things. Without a yes from some room, only the uploader, the owning
 * party and auditors see a document.
 */
public interface DocumentAccess {
  /** False for kinds that are not this room's. */
  boolean mayRead(Actor a, String subjectKind, UUID subject);
}
