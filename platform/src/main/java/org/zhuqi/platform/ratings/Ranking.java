package org.zhuqi.platform.ratings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuqi.measures.Score;
import org.zhuqi.measures.Text;

/**
 * The ranking with everything needed to compute it again.
 *
 * @param provision the provision that sets the formula
 * @param lines best first
 */
public record Ranking(
    String provision, Text rule, Score.BayesianMean formula, List<Score.Grade> grades, List<Line> lines) {
  public Ranking {
    grades = List.copyOf(grades);
    lines = List.copyOf(lines);
  }

  /** How ties are broken, as published. */
  public static final Text TIES =
      new Text(
          "得分相同的，评价多者在前；评价数也相同的，按统一社会信用代码由小到大。",
          "Equal scores: more ratings first; if equal too, by unified social credit code, smallest first.");

  /**
   * @param ratings how many ratings of each grade code
   * @param sum sum of their values
   */
  public record Line(
      int position, UUID party, String name, String creditCode, Map<String, Long> ratings, long count, long sum, long scoreThousandths) {
    public Line {
      ratings = Map.copyOf(ratings);
    }

    /** With three decimals, exactly as it orders. */
    public String score() {
      return scoreThousandths / 1000 + "." + String.format(java.util.Locale.ROOT, "%03d", scoreThousandths % 1000);
    }
  }
}
