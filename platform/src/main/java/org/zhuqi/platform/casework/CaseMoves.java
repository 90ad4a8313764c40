package org.zhuqi.platform.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Stages;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.RunningNumbers;

/** Carries out one transition: state, stage and clock, timeline, audit trail, the kind, the letter to the applicant. */
@Component
class CaseMoves {
  private final CaseStore store;
  private final Procedures procedures;
  private final WorkingDays workingDays;
  private final Clock clock;
  private final RunningNumbers numbers;
  private final AuditTrail audit;
  private final CaseLetters letters;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<CaseKind> kinds;

  CaseMoves(
      CaseStore store,
      Procedures procedures,
      WorkingDays workingDays,
      Clock clock,
      RunningNumbers numbers,
      AuditTrail audit,
      CaseLetters letters,
      ApplicationEventPublisher events,
      ObjectProvider<CaseKind> kinds) {
    this.store = store;
    this.procedures = procedures;
    this.workingDays = workingDays;
    this.clock = clock;
    this.numbers = numbers;
    this.audit = audit;
    this.letters = letters;
    this.events = events;
    this.kinds = kinds;
  }

  /** What a transition leaves behind beside the new state. */
  record Move(CaseEvent event, Actor by, String reason, boolean deciding, List<Missing> missing) {
    static Move of(CaseEvent event, Actor by, String reason) {
      return new Move(event, by, reason, false, List.of());
    }
  }

  CaseKind kind(CaseFile file) {
    return kinds.stream()
        .filter(k -> k.kind().equals(file.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no CaseKind bean for " + file.kind()));
  }

  /** @throws IllegalStateException when the table has no such transition: callers check what people may do first */
  CaseFile apply(CaseFile file, Move move) {
    CaseTransition t =
        CaseTransition.of(file.state(), move.event())
            .orElseThrow(() -> new IllegalStateException(move.event() + " is not legal in " + file.state()));
    String provision = procedures.provisionOf(file, t);
    // The step first: its constraints (steps apart, nobody related) hold even where the rules above were passed by.
    note(file, t.to(), move, provision);
    store.change(file.id(), change(file, t, move));
    CaseFile now = store.find(file.id()).orElseThrow();
    audit.record(
        move.by(),
        "case." + move.event().name().toLowerCase(java.util.Locale.ROOT),
        file.kind(),
        file.id(),
        provision,
        move.reason(),
        Map.of("number", String.valueOf(now.number()), "from", t.from().name(), "to", t.to().name()));
    kind(file).moved(now, move.event(), move.by(), move.reason()).orThrow();
    letters.tell(now, move);
    events.publishEvent(new CaseMoved(now, move.event(), move.by(), move.reason()));
    return store.find(file.id()).orElseThrow();
  }

  /** Tells whoever was given it. */
  void given(CaseFile file, UUID to) {
    letters.given(file, to);
  }

  /** An act that leaves the state as it is. */
  void note(CaseFile file, Move move) {
    note(file, file.state(), move, null);
  }

  private void note(CaseFile file, CaseState to, Move move, @Nullable String provision) {
    Actor by = move.by();
    store.append(
        new CaseStore.Step(
            file.id(), move.event(), file.stage(), file.state(), to, by.account(), by.name(), by.role().name(),
            by.agency(), clock.instant(), move.reason(), provision, move.deciding(), move.missing()));
  }

  private CaseStore.Change change(CaseFile file, CaseTransition t, Move move) {
    Instant now = clock.instant();
    Stages.@Nullable Stage stage = stageAfter(file, t);
    boolean clockStarts = t.to() == CaseState.IN_REVIEW; // else it went back, and the applicant's time runs
    boolean newStage = stage != null && !stage.code().equals(file.stage());
    boolean submits = move.event() == CaseEvent.SUBMITTED;
    return new CaseStore.Change(
        t.to(),
        submits ? numbers.next("BJ", LocalDate.now(clock)) : file.number(),
        stage == null ? null : stage.code(),
        stage == null ? null : stage.actor(),
        stage == null ? null : clockStarts ? due(stage) : stage.completeBy(LocalDate.now(clock), workingDays),
        newStage ? 0 : file.sentBack() + (t.to() == CaseState.SENT_BACK ? 1 : 0),
        t.to() == CaseState.SENT_BACK ? move.missing() : List.of(),
        submits ? now : file.submittedAt(),
        t.to().isClosed() ? now : null);
  }

  private Stages.@Nullable Stage stageAfter(CaseFile file, CaseTransition t) {
    return switch (t.to()) {
      case IN_REVIEW -> {
        Stages stages = procedures.stages(file);
        String present = file.stage();
        yield present == null
            ? stages.first()
            : t.event() == CaseEvent.STAGE_PASSED
                ? stages.after(present).orElseThrow()
                : stages.stage(present).orElseThrow();
      }
      case SENT_BACK -> procedures.stage(file).orElseThrow();
      default -> null;
    };
  }

  private @Nullable LocalDate due(Stages.Stage stage) {
    Integer days = stage.workingDays();
    return days == null ? null : workingDays.after(LocalDate.now(clock), days);
  }

  static String list(List<Missing> missing) {
    return missing.stream()
        .map(m -> m.note() == null ? m.name() : m.name() + "（" + m.note() + "）")
        .collect(Collectors.joining("；"));
  }
}
