package org.zhuqi.platform.portal;

import java.util.List;
import java.util.Optional;
import org.zhuqi.platform.web.DeskPart;

/** A desk as its page draws it. */
public record DeskView(
    List<DeskPart.Waiting> waiting,
    List<DeskPart.Watched> watching,
    List<DeskPart.Step> steps,
    Optional<DeskPart.Picture> picture) {

  public DeskView {
    waiting = List.copyOf(waiting);
    watching = List.copyOf(watching);
    steps = List.copyOf(steps);
  }
}
