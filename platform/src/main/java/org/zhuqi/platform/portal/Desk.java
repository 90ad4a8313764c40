package org.zhuqi.platform.portal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.DeskPart;

/** Puts together what the rooms have for one actor: what waits by due date, what is watched, one picture. */
@Component
class Desk {
  /** Of one kind: more than these are folded away behind the first few. */
  private static final int MANY = 6;
  private static final int FIRST = 3;
  private final List<DeskPart> parts;

  Desk(ObjectProvider<DeskPart> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(DeskPart::order)).toList();
  }

  DeskView of(Actor actor) {
    List<List<DeskPart.Waiting>> byPart = parts.stream().map(p -> p.waiting(actor)).toList();
    Map<Text, List<DeskPart.Waiting>> byKind =
        byPart.stream().flatMap(List::stream).sorted(BY_DUE).collect(groupingBy(DeskPart.Waiting::kind, LinkedHashMap::new, toList()));
    List<DeskPart.Waiting> shown = new ArrayList<>();
    List<DeskView.More> more = new ArrayList<>();
    byKind.forEach((kind, all) -> {
      int first = all.size() > MANY ? FIRST : all.size();
      shown.addAll(all.subList(0, first));
      if (first < all.size()) more.add(new DeskView.More(kind, all.subList(first, all.size())));
    });
    return new DeskView(
        shown.stream().sorted(BY_DUE).toList(),
        more,
        byPart.stream().mapToInt(List::size).sum(),
        byPart.stream().allMatch(p -> p.size() < DeskPart.FIRST),
        parts.stream().flatMap(p -> p.watching(actor).stream()).toList(),
        parts.stream().flatMap(p -> p.steps(actor).stream()).limit(3).toList(),
        parts.stream().flatMap(p -> p.picture(actor).stream()).findFirst());
  }

  /** What has no last day comes last. */
  private static final Comparator<DeskPart.Waiting> BY_DUE =
      Comparator.comparing(w -> w.due() == null ? LocalDate.MAX : w.due());
}
