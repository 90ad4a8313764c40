package org.zhuqi.platform.decisions.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.decisions.KeptDecision;
import org.zhuqi.platform.decisions.Replay;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.Names;

/** Measures and decisions for machines. */
@RestController
@RequestMapping("/api/v1")
class DecisionApi {
  private final Measures measures;
  private final Decisions decisions;
  private final Names names;

  DecisionApi(Measures measures, Decisions decisions, Names names) {
    this.names = names;
    this.measures = measures;
    this.decisions = decisions;
  }

  record MeasureView(
      String code, String version, Text title, String stage, LocalDate inForceFrom, @Nullable LocalDate inForceUntil,
      List<ProvisionView> provisions) {
    static MeasureView of(Pack p, Names names) {
      return new MeasureView(
          p.code(), p.version(), p.title(), p.stage().name(), p.inForceFrom(), p.inForceUntil(),
          p.provisions().stream().map(v -> ProvisionView.of(p, v, names)).toList());
    }
  }

  record ProvisionView(
      String id, int article, Text citation, String mode, String kind, Text text, @Nullable Text reading, List<Figure> figures) {
    static ProvisionView of(Pack pack, Provision p, Names names) {
      return new ProvisionView(
          p.id(), p.article(), p.citation(), p.mode().name(), p.getClass().getSimpleName(), p.text(), p.reading(), Figures.of(pack, p, names));
    }
  }

  /** A stored decision. @param decision as {@code Decision.toMap} writes it */
  record DecisionView(UUID id, String subjectKind, UUID subject, OffsetDateTime keptAt, Map<String, Object> decision) {
    static DecisionView of(KeptDecision d) {
      return new DecisionView(d.id(), d.subjectKind(), d.subject(), d.keptAt(), d.decision().toMap());
    }
  }

  record ReplayView(boolean same, List<Text> differences) {
    static ReplayView of(Replay r) {
      return new ReplayView(r.same(), r.differences());
    }
  }

  @GetMapping("/measures")
  @PreAuthorize("permitAll()")
  List<MeasureView> all() {
    return measures.all().stream().map(p -> MeasureView.of(p, names)).toList();
  }

  /** @param version the latest when left out */
  @GetMapping("/measures/{code}")
  @PreAuthorize("permitAll()")
  MeasureView one(@PathVariable String code, @RequestParam(required = false) @Nullable String version) {
    return (version == null ? measures.latest(code) : measures.version(code, version))
        .map(p -> MeasureView.of(p, names))
        .orElseThrow(() -> new NotFoundException("measure " + code));
  }

  @GetMapping("/decisions/{id}")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')")
  DecisionView decision(Actor actor, @PathVariable UUID id) {
    return DecisionView.of(decisions.get(actor, id));
  }

  @GetMapping("/decisions/{id}/replay")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')")
  ReplayView replay(Actor actor, @PathVariable UUID id) {
    return ReplayView.of(decisions.replay(actor, id));
  }
}
