package org.zhuqi.platform.contracts;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.zhuqi.measures.Text;

/** A column that a room above adds to the service archive and its export, such as the rating or the money redeemed. */
public interface ArchiveColumn {
  Text title();

  /** Cells by contract, in one statement; contracts without one are left out. */
  Map<UUID, Text> of(Collection<UUID> contracts);
}
