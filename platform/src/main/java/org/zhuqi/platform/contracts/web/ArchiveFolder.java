package org.zhuqi.platform.contracts.web;

import java.util.List;
import java.util.UUID;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;

/** Everything that one side did with another. */
public record ArchiveFolder(String name, UUID party, List<Line> lines) {

  /** @param more what other rooms add, in the order of the heads */
  public record Line(Contract contract, long late, List<Text> more) {}
}
