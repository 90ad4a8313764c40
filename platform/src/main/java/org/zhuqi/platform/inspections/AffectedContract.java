package org.zhuqi.platform.inspections;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;

/**
 * A running contract with an institution against which a finding was upheld, as its enterprise sees it.
 *
 * @param finish what the enterprise chose: true to let it finish, false to end it; null: not yet
 */
public record AffectedContract(UUID finding, Text ground, String provision, Contract contract, @Nullable Boolean finish) {}
