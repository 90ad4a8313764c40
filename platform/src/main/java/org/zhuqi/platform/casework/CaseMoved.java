package org.zhuqi.platform.casework;

import org.zhuqi.platform.shared.Actor;

/** A case went on; published in the same transaction for whoever needs to know. */
public record CaseMoved(CaseFile file, CaseEvent event, Actor by, String reason) {}
