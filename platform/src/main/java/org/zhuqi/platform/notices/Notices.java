package org.zhuqi.platform.notices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Publishes lists, takes objections, answers them, and clears what nobody objects to. */
@Service
@Transactional
public class Notices {

  /** Freezes and publishes a list; returns the notice's id. A line's ref stands in at most one running notice. */
  public UUID publish(Actor by, PublishNotice command) {
    throw new UnsupportedOperationException();
  }

  /**
   * Anyone objects to one line who leaves a contact. Refused after the last day, and to a line that is already struck.
   *
   * @return the objection's number, by which its answer is found
   */
  public Outcome<String> object(UUID notice, int line, String name, String contact, String grounds) {
    throw new UnsupportedOperationException();
  }

  /** The publishing agency answers; UPHELD strikes the line, REJECTED lets it go on. */
  public Outcome<Void> answer(Actor by, UUID objection, Objection.State finding, String answer) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Notice get(UUID notice) {
    throw new UnsupportedOperationException();
  }

  /** Latest first. */
  @Transactional(readOnly = true)
  public List<Notice> list(@Nullable String measure, @Nullable String kind, boolean runningOnly, int page) {
    throw new UnsupportedOperationException();
  }

  /** Objections to a notice; contacts only for the agency that answers. */
  @Transactional(readOnly = true)
  public List<Objection> objections(Actor viewer, UUID notice) {
    throw new UnsupportedOperationException();
  }
}
