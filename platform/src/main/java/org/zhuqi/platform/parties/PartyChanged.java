package org.zhuqi.platform.parties;

import java.util.UUID;
import org.zhuqi.platform.shared.Actor;

/** A party has changed what it states about itself; published within the transaction. */
public record PartyChanged(Actor by, UUID party) {}
