package org.zhuqi.platform.decisions.web;

import java.util.List;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Badge;

/** A version of a measure, ready to be drawn. */
public record ShownMeasure(Pack pack, Badge state, Badge stage, List<Article> articles) {

  /** One article. */
  public record Article(Text citation, List<Line> lines) {}

  /** One provision. */
  public record Line(Provision provision, Badge mode, List<Figure> figures) {}

  /** The provisions that carry a reading of our own. */
  public List<Line> readings() {
    return articles.stream().flatMap(a -> a.lines().stream()).filter(l -> l.provision().reading() != null).toList();
  }

  public int provisions() {
    return articles.stream().mapToInt(a -> a.lines().size()).sum();
  }
}
