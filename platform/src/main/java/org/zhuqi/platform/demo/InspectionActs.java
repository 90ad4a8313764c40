package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.inspections.Draws;
import org.zhuqi.platform.inspections.Findings;
import org.zhuqi.platform.inspections.Inspection;
import org.zhuqi.platform.inspections.InspectionDraw;
import org.zhuqi.platform.inspections.Inspections;
import org.zhuqi.platform.inspections.RaiseFinding;
import org.zhuqi.platform.inspections.ReceiveMoney;
import org.zhuqi.platform.inspections.RecordVisit;
import org.zhuqi.platform.registers.HandOverCase;

/** What those do who look back at last year: draw, visit, find, decide, and get the money back. */
class InspectionActs {
  private static final String MEASURE = "GYV";
  private static final String FRAUD = "fraud";

  private final Cast cast;
  private final Stage stage;
  private final Draws draws;
  private final Inspections inspections;
  private final Findings findings;

  InspectionActs(Cast cast, Stage stage, Draws draws, Inspections inspections, Findings findings) {
    this.cast = cast;
    this.stage = stage;
    this.draws = draws;
    this.inspections = inspections;
    this.findings = findings;
  }

  UUID announce(String bureau, String funder, String event, LocalDate on) {
    return draws.announce(cast.actor(bureau), MEASURE, funder, event, on).orThrow();
  }

  InspectionDraw draw(String reviewer, UUID draw, String outcome) {
    return draws.draw(cast.actor(reviewer), draw, outcome).orThrow();
  }

  /** The inspection of a contract that was drawn, given to an inspector. */
  UUID assign(String bureau, UUID draw, UUID contract, String inspector) {
    Inspection drawn =
        inspections.list(cast.actor(bureau), draw).stream().filter(i -> i.contract().equals(contract)).findFirst().orElseThrow();
    inspections.assign(cast.actor(bureau), drawn.id(), Objects.requireNonNull(cast.actor(inspector).account())).orThrow();
    return drawn.id();
  }

  void visit(String inspector, UUID inspection, String place, String found) {
    LocalDate today = LocalDate.now(stage.clock());
    inspections.visit(cast.actor(inspector), inspection, new RecordVisit(today, place, "双方经办人（虚构）", found, true)).orThrow();
  }

  void clean(String inspector, UUID inspection, String result) {
    inspections.close(cast.actor(inspector), inspection, result).orThrow();
  }

  UUID raiseFraud(String inspector, UUID inspection, String against, String statement) {
    RaiseFinding raise = new RaiseFinding(cast.party(against), FRAUD, FRAUD, statement, List.of());
    return inspections.raise(cast.actor(inspector), inspection, raise).orThrow();
  }

  void hear(String bureau, String party, UUID finding, String said) {
    findings.askToBeHeard(cast.actor(bureau), finding, 5).orThrow();
    findings.hear(cast.actor(party), finding, said, List.of()).orThrow();
  }

  void uphold(String bureau, UUID finding, String reason) {
    findings.decide(cast.actor(bureau), finding, true, reason).orThrow();
    LocalDate today = LocalDate.now(stage.clock());
    findings.handOver(cast.actor(bureau), finding, new HandOverCase("公安机关（虚构）", today, "移送函〔2024〕1 号（虚构）", "")).orThrow();
    findings.proposeRemoval(cast.actor(bureau), finding).orThrow();
  }

  /** A part of what is owed comes back. */
  void receive(String finance, UUID finding, String yuan, String bankReference) {
    UUID receivable = findings.get(cast.actor(finance), finding).receivables().getFirst().id();
    LocalDate today = LocalDate.now(stage.clock());
    findings.receive(cast.actor(finance), receivable, new ReceiveMoney(Money.of(yuan), today, bankReference)).orThrow();
  }
}
