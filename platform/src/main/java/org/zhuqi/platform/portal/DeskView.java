package org.zhuqi.platform.portal;

import java.util.List;
import java.util.Optional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.DeskPart;

/**
 * A desk as its page draws it.
 *
 * @param waiting by due date, of each kind only the first few
 * @param more what else waits, by kind: one kind that many wait with does not push the others off the desk
 * @param counted how many wait in all
 * @param complete false where a room had more than it tells
 */
public record DeskView(
    List<DeskPart.Waiting> waiting,
    List<More> more,
    int counted,
    boolean complete,
    List<DeskPart.Watched> watching,
    List<DeskPart.Step> steps,
    Optional<DeskPart.Picture> picture) {

  public DeskView {
    waiting = List.copyOf(waiting);
    more = List.copyOf(more);
    watching = List.copyOf(watching);
    steps = List.copyOf(steps);
  }

  /** The rest of one kind. */
  public record More(Text kind, List<DeskPart.Waiting> waiting) {
    public More {
      waiting = List.copyOf(waiting);
    }
  }
}
