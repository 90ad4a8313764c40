package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of a case: who decides what, in which order and time.
 *
 * <p>Who must not do what together is part of the same sentence of a measure as often as not, so it stands here as well
 * as in {@link Separation}: {@link #apart} lists groups of stage codes within which nobody does two.
 *
 * @param unrelatedToParty nobody with a relation to a party of the case may act in it
 */
public record Stages(Head head, List<Stage> stages, List<Set<String>> apart, boolean unrelatedToParty)
    implements Provision {
  public Stages {
    stages = List.copyOf(stages);
    apart = apart.stream().map(Set::copyOf).toList();
  }

  /**
   * One stage.
   *
   * @param actor role of those who may act, such as {@code centre}
   * @param workingDays time allowed, or null where none is set
   * @param canSendBack how many times the case may go back to the applicant for completion
   * @param completeWithin working days for the applicant to complete it once it went back, or null where none are set
   * @param siteVisit a visit may be held and is then recorded
   * @param lapses what is not completed within that time counts as withdrawn
   * @param questions what whoever decides answers in writing; may be empty
   */
  public record Stage(
      String code,
      Text name,
      String actor,
      Text decides,
      @Nullable Integer workingDays,
      int canSendBack,
      @Nullable Integer completeWithin,
      boolean siteVisit,
      boolean lapses,
      List<Menu.Item> questions) {
    public Stage {
      questions = List.copyOf(questions);
    }

    /** The last day for completing what went back on a day; null where no time is set. */
    public @Nullable LocalDate completeBy(LocalDate sentBack, WorkingDays calendar) {
      return completeWithin == null ? null : calendar.after(sentBack, completeWithin);
    }
  }

  public Stage first() {
    return stages.getFirst();
  }

  public Optional<Stage> stage(String code) {
    return stages.stream().filter(s -> s.code().equals(code)).findFirst();
  }

  /** The stage that follows, or empty after the last. */
  public Optional<Stage> after(String code) {
    for (int i = 0; i < stages.size() - 1; i++) {
      if (stages.get(i).code().equals(code)) {
        return Optional.of(stages.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** Whether the same person may not act in both stages. */
  public boolean mustBeApart(String oneStage, String otherStage) {
    return !oneStage.equals(otherStage)
        && apart.stream().anyMatch(g -> g.contains(oneStage) && g.contains(otherStage));
  }
}
