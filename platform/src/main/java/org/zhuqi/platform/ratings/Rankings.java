package org.zhuqi.platform.ratings;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Score;
import org.zhuqi.platform.catalogue.PublicCatalogue;
import org.zhuqi.platform.catalogue.Reputation;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.contracts.Timeliness;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;

/** Computes the ranking of the institutions in the catalogue from nothing but the ratings and the published formula. */
@Service
@Transactional(readOnly = true)
public class Rankings implements Reputation {
  static final String ROLE = "ranking";
  private static final Comparator<Ranking.Line> ORDER =
      Comparator.comparingLong(Ranking.Line::scoreThousandths)
          .thenComparingLong(Ranking.Line::count)
          .reversed()
          .thenComparing(Ranking.Line::creditCode);
  private final RatingStore store;
  private final PublicCatalogue catalogue;
  private final Parties parties;
  private final Timeliness timeliness;
  private final Rules rules;

  Rankings(RatingStore store, PublicCatalogue catalogue, Parties parties, Timeliness timeliness, Rules rules) {
    this.store = store;
    this.catalogue = catalogue;
    this.parties = parties;
    this.timeliness = timeliness;
    this.rules = rules;
  }

  /** The institutions that are in the catalogue today. */
  public Ranking ranking() {
    Score score = rules.one(Score.class, ROLE);
    Map<UUID, Map<Integer, Long>> counts = store.counts();
    List<Ranking.Line> unordered =
        parties.of(catalogue.liveProviders()).values().stream()
            .map(p -> line(score, p, counts.getOrDefault(p.id(), Map.of())))
            .toList();
    return new Ranking(
        score.id(), score.text(), Objects.requireNonNull(score.formula()), score.grades(), ordered(unordered));
  }

  private static Ranking.Line line(Score score, Party p, Map<Integer, Long> byValue) {
    Map<String, Long> ratings = new LinkedHashMap<>();
    long count = 0;
    long sum = 0;
    for (Score.Grade g : score.grades()) {
      long n = byValue.getOrDefault(g.value(), 0L);
      ratings.put(g.code(), n);
      count += n;
      sum += n * g.value();
    }
    return new Ranking.Line(0, p.id(), p.name(), p.creditCode().toString(), ratings, count, sum, score.rankingThousandths(ratings));
  }

  /** By score, then number of ratings, then credit code, which no two share: anybody gets the same order. */
  static List<Ranking.Line> ordered(Collection<Ranking.Line> lines) {
    List<Ranking.Line> sorted = lines.stream().sorted(ORDER).toList();
    return java.util.stream.IntStream.range(0, sorted.size())
        .mapToObj(
            i -> {
              Ranking.Line l = sorted.get(i);
              return new Ranking.Line(
                  i + 1, l.party(), l.name(), l.creditCode(), l.ratings(), l.count(), l.sum(), l.scoreThousandths());
            })
        .toList();
  }

  /** Every rating, oldest first: what the ranking is computed from. */
  public List<Rating> inputs() {
    return store.all();
  }

  @Override
  public Map<UUID, Track> of(Collection<UUID> asked) {
    Map<UUID, Ranking.Line> lines = ranking().lines().stream().collect(Collectors.toMap(Ranking.Line::party, l -> l));
    Map<UUID, Timeliness.Figures> figures = timeliness.of(asked);
    Map<UUID, Track> tracks = new HashMap<>();
    for (UUID party : asked) {
      Timeliness.Figures f = figures.getOrDefault(party, Timeliness.Figures.NONE);
      Ranking.Line l = lines.get(party);
      tracks.put(
          party,
          new Track(
              l == null ? 0 : l.scoreThousandths(), l == null ? 0 : l.position(), l == null ? 0 : (int) l.count(),
              f.responseHours(), f.completed(), f.overdue()));
    }
    return tracks;
  }
}
