package org.zhuqi.platform.redemption;

import java.util.UUID;
import org.zhuqi.platform.shared.Actor;

/** A stopped application may go on; published in the same transaction. */
record RedemptionResumed(UUID redemption, Actor by) {}
