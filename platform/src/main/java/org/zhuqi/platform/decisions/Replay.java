package org.zhuqi.platform.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Text;

/**
 * A stored decision asked again of the version under which it was given.
 *
 * @param now what the version says today; null when the version is no longer there
 * @param differences what is no longer the same; empty when the answer and its trace are
 */
public record Replay(KeptDecision stored, @Nullable Decision now, List<Text> differences) {
  public boolean same() {
    return differences.isEmpty();
  }
}
