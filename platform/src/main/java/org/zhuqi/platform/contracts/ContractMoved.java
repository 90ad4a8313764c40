package org.zhuqi.platform.contracts;

import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;

/** A contract took a step; published in the same transaction, for those who need to know. */
public record ContractMoved(Contract contract, @Nullable ContractState from, ContractEvent event, Actor by) {}
