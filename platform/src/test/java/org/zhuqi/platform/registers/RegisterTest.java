package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.shared.Actor;

/** The way to an entry, step by step, right by default. */
public abstract class RegisterTest extends PeopleTest {
  protected static final String GYI = "GYI";
  protected static final String ADMISSION = "admission";

  @Autowired protected Registers registers;
  @Autowired protected YearlyPapers yearly;
  @Autowired protected Removals removals;
  @Autowired protected Exits exits;
  @Autowired protected Casework casework;
  @Autowired protected Notices notices;
  @Autowired protected Decisions decisions;
  protected Actor reviewer;
  protected Actor decider;

  @BeforeEach
  void officials() {
    reviewer = centre();
    decider = centre();
  }

  /** Facts by which the first way holds, and the other two do not. */
  protected static Map<String, Object> wayOne() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("applicant.professional_capacity", true);
    facts.put("applicant.fixed_premises", true);
    facts.put("applicant.staff", 5);
    facts.put("applicant.investment_promotion", false);
    facts.put("applicant.scarce_service", false);
    facts.put("applicant.cooperation_since", "2024-01-01");
    return facts;
  }

  protected Map<String, List<UUID>> papers(Actor by, String... codes) {
    Map<String, List<UUID>> papers = new HashMap<>();
    for (String code : codes) papers.put(code, List.of(paper(by, code)));
    return papers;
  }

  /** All the papers of a company. */
  protected Map<String, List<UUID>> papers(Actor by) {
    return papers(by, "qualification", "social_insurance", "audited_accounts", "way_proof");
  }

  protected UUID draft(Actor by, Map<String, Object> facts, Map<String, List<UUID>> papers) {
    return asTenant(() -> registers.apply(by, new Apply(GYI, by.partyOrThrow(), ADMISSION, facts, papers)).orThrow());
  }

  /** A complete application, handed in; returns its id. */
  protected UUID submitted(Actor by) {
    UUID id = draft(by, wayOne(), papers(by));
    asTenant(() -> registers.submit(by, id, true).orThrow());
    return id;
  }

  protected CaseFile file(UUID application) {
    return inTransaction(() -> casework.ofSubject(Applications.KIND, application));
  }

  protected void pass(Actor by, UUID application) {
    CaseFile f = file(application);
    asTenant(() -> casework.decide(by, f.id(), f.revision(), StageDecision.PASS, "材料齐全，符合条件").orThrow());
  }

  /** Passed by two people and published; returns the notice. */
  protected UUID published(UUID... applications) {
    for (UUID a : applications) {
      pass(reviewer, a);
      pass(decider, a);
    }
    return asTenant(() -> registers.publish(decider, GYI, ADMISSION, List.of(applications)).orThrow());
  }

  /** All the way to a live entry, admitted on 10 September 2024. */
  protected Entry admitted(Actor institution) {
    UUID application = submitted(institution);
    published(application);
    turnTo(LocalDate.of(2024, 9, 10));
    return asTenant(() -> registers.entryOf(institution.partyOrThrow(), GYI).orElseThrow());
  }

  protected Entry entry(Actor institution) {
    return asTenant(() -> registers.entryOf(institution.partyOrThrow(), GYI).orElseThrow());
  }

  protected static Text text(String s) {
    return new Text(s, s);
  }
}
