package org.zhuqi.platform.complaints;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.ComplaintWay;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Mode;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Text;

/** What a complaint about a service may rest on: the grounds of removal of a measure that takes complaints, and every principle. */
@Component
public class ServiceGrounds {
  private static final String GROUNDS = "removal.grounds";
  private final Measures measures;

  ServiceGrounds(Measures measures) {
    this.measures = measures;
  }

  /**
   * Something that can be cited.
   *
   * @param code the provision; for an entry of a list followed by a slash and the entry's code
   */
  public record Citation(String code, String provision, @Nullable String ground, Text label) {}

  /** The measure that takes complaints, and where they go. */
  record Door(Pack pack, Menu grounds, ComplaintWay way) {}

  /** Empty where no measure in force takes complaints about services. */
  Optional<Door> door(LocalDate on) {
    for (Pack pack : measures.all()) {
      if (!pack.isInForce(on)) continue;
      for (Menu m : pack.byRole(Menu.class, GROUNDS)) {
        ComplaintWay way = m.complaints();
        if (way != null) return Optional.of(new Door(pack, m, way));
      }
    }
    return Optional.empty();
  }

  /** The grounds first, then the principles of all measures: what has been done under one that is over can still be against them. */
  public List<Citation> citations(LocalDate on) {
    List<Citation> all = new ArrayList<>();
    door(on).ifPresent(
        d -> d.grounds().items().forEach(i -> all.add(new Citation(d.grounds().id() + "/" + i.code(), d.grounds().id(), i.code(), i.label()))));
    measures.all().stream()
        .map(Pack::code)
        .distinct()
        .flatMap(code -> measures.latest(code).stream())
        .flatMap(pack -> pack.provisions().stream())
        .filter(p -> p.mode() == Mode.PRINCIPLE)
        .forEach(p -> all.add(new Citation(p.id(), p.id(), null, principle(p))));
    return all;
  }

  private static Text principle(Provision p) {
    return new Text(p.citation().zh() + "：" + p.text().zh(), p.citation().en() + ": " + p.text().en());
  }
}
