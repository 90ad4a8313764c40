package org.zhuqi.measures;

import java.util.List;

/** A provision that sends the reader to provisions of another measure. */
public record Reference(Head head, String measure, List<String> provisions) implements Provision {
  public Reference {
    provisions = List.copyOf(provisions);
  }
}
