package org.zhuqi.platform.ratings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Score;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.contracts.ArchiveColumn;

/** The grade in the service archive. */
@Component
class RatingColumn implements ArchiveColumn {
  private final RatingStore store;
  private final Rules rules;

  RatingColumn(RatingStore store, Rules rules) {
    this.store = store;
    this.rules = rules;
  }

  @Override
  public Text title() {
    return new Text("评价", "Rating");
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Text> of(Collection<UUID> contracts) {
    List<Score.Grade> grades = rules.one(Score.class, Ratings.ROLE).grades();
    return store.ofContracts(contracts).stream()
        .collect(
            Collectors.toMap(
                Rating::contract,
                r -> grades.stream().filter(g -> g.value() == r.grade()).findFirst().map(Score.Grade::label).orElse(new Text("—", "—"))));
  }
}
