package org.zhuqi.platform.ratings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Ratings of completed contracts. Each command is one transaction. */
@Service
@Transactional
public class Ratings {

  /**
   * The enterprise rates a completed contract, once and for good.
   *
   * @param grade 5 (best) to 1
   */
  public Outcome<UUID> rate(Actor by, UUID contract, int grade, @Nullable String comment) {
    throw new UnsupportedOperationException();
  }

  /** The institution answers, once. */
  public Outcome<Rating> answer(Actor by, UUID rating, String text) {
    throw new UnsupportedOperationException();
  }

  /** The centre records what its follow-up of a bad rating found. */
  public Outcome<Rating> followUp(Actor by, UUID rating, String finding) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<Rating> ofContract(UUID contract) {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Rating> ofInstitution(UUID party, int page, int size) {
    throw new UnsupportedOperationException();
  }
}
