package org.zhuqi.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades that people give, bands that turn a score into a grade, or a formula that turns many grades into one figure.
 *
 * @param grades best first
 * @param bands lowest first, without gap or overlap
 * @param changeable whether a grade, once given, may be changed
 * @param replies how often the party that was graded may answer
 * @param followUp which grades somebody looks into, or null where nobody has to
 */
public record Score(
    Head head, List<Grade> grades, List<Band> bands, @Nullable BayesianMean formula, boolean changeable, int replies,
    @Nullable FollowUp followUp)
    implements Provision {
  public Score {
    grades = List.copyOf(grades);
    bands = List.copyOf(bands);
  }

  /**
   * Bad grades are looked into.
   *
   * @param from value of the best of the grades that are
   * @param workingDays within how many working days
   */
  public record FollowUp(int from, int workingDays) {}

  /** The last day for looking into a grade given on a day; null for a grade that needs none. */
  public @Nullable LocalDate followUpBy(Grade given, LocalDate on, WorkingDays calendar) {
    return followUp == null || given.value() > followUp.from() ? null : calendar.after(on, followUp.workingDays());
  }

  /** A grade and what it counts. */
  public record Grade(String code, Text label, int value) {}

  /** A grade by score: from, included, up to below, excluded (null: no upper end). */
  public record Band(String code, Text label, BigDecimal from, @Nullable BigDecimal below) {
    boolean contains(BigDecimal score) {
      return score.compareTo(from) >= 0 && (below == null || score.compareTo(below) < 0);
    }
  }

  /**
   * (prior mean × prior weight + sum of grade values) ÷ (prior weight + number of ratings): an institution begins at the
   * prior mean and leaves it only as ratings add up, so that a few cannot swing it.
   *
   * @param priorMeanThousandths prior mean × 1000
   * @param priorWeight ratings that the prior counts for
   */
  public record BayesianMean(long priorMeanThousandths, long priorWeight) {
    /** The figure × 1000, rounded down. */
    public long thousandths(long sumOfValues, long ratings) {
      long sum =
          Math.addExact(
              Math.multiplyExact(priorMeanThousandths, priorWeight), Math.multiplyExact(sumOfValues, 1000L));
      return Math.floorDiv(sum, Math.addExact(priorWeight, ratings));
    }
  }

  public Optional<Grade> grade(String code) {
    return grades.stream().filter(g -> g.code().equals(code)).findFirst();
  }

  public Optional<Band> band(BigDecimal score) {
    return bands.stream().filter(b -> b.contains(score)).findFirst();
  }

  /** The ranking figure × 1000 from the number of ratings per grade code. */
  public long rankingThousandths(Map<String, Long> ratingsByGrade) {
    if (formula == null) {
      throw new IllegalStateException(id() + " has no formula");
    }
    long sum = 0;
    long count = 0;
    for (Map.Entry<String, Long> entry : ratingsByGrade.entrySet()) {
      Grade grade =
          grade(entry.getKey())
              .orElseThrow(() -> new IllegalArgumentException(id() + " has no grade " + entry.getKey()));
      sum = Math.addExact(sum, Math.multiplyExact(grade.value(), entry.getValue()));
      count = Math.addExact(count, entry.getValue());
    }
    return formula.thousandths(sum, count);
  }
}
