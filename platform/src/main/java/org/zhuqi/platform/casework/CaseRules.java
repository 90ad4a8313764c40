package org.zhuqi.platform.casework;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Who may see a case, and who may act on it. Every no comes with its reason, so that a page can show it in grey. */
@Component
class CaseRules {
  private final CaseStore store;
  private final Procedures procedures;

  CaseRules(CaseStore store, Procedures procedures) {
    this.store = store;
    this.procedures = procedures;
  }

  boolean maySee(Actor who, CaseFile file) {
    if (who.role().isParty()) return file.applicant().equals(who.party());
    if (who.role().seesAll()) return true;
    if (who.agency() == null || who.role() == Role.ADMIN || file.state() == CaseState.DRAFT) return false;
    String funder = file.funder();
    boolean desk = who.agency().equals(file.handlerAgency()) || who.agency().equals(file.assistingAgency());
    return desk
        || (who.is(Role.BUREAU, Role.FINANCE) && (funder == null || who.covers(funder)))
        || procedures.stages(file).stages().stream().anyMatch(s -> isActor(who, file, s.actor()));
  }

  /** Whether the stage's actor means this person: the office first, the person's own hindrances aside. */
  boolean isActor(Actor who, CaseFile file, @Nullable String stageActor) {
    Role needed = role(stageActor);
    String agency = who.agency();
    if (needed == null || agency == null || agency.equals(file.assistingAgency())) return false;
    String handler = file.handlerAgency();
    // The pack's "centre" is the day-to-day administrator: where the measure routes by area, that is the handler.
    if (needed == Role.CENTRE && handler != null) return agency.equals(handler) && who.is(Role.CENTRE, Role.BUREAU);
    String funder = file.funder();
    return who.role() == needed && (funder == null || who.covers(funder));
  }

  /** Whether this person says who handles the stage: of its office, or of the bureau for whose funder a third party reviews. */
  boolean mayGive(Actor who, CaseFile file) {
    return isActor(who, file, file.stageActor()) || commissions(who, file);
  }

  /** The funder has a third party review: its bureau names who. */
  private static boolean commissions(Actor who, CaseFile file) {
    String funder = file.funder();
    return role(file.stageActor()) == Role.REVIEWER && who.is(Role.BUREAU) && funder != null && who.covers(funder);
  }

  /** Of which agency they are to whom this person may give the stage; null: of any. */
  @Nullable String givesWithin(Actor who, CaseFile file) {
    return commissions(who, file) ? null : who.agency();
  }

  /** Of which role they are. */
  Role givesTo(Actor who, CaseFile file) {
    return commissions(who, file) ? Role.REVIEWER : who.role();
  }

  /** Why this person may not act in the present stage; empty when they may. */
  Optional<Refusal> hindrance(Actor who, CaseFile file) {
    if (file.state() != CaseState.IN_REVIEW) {
      return no(
          "case_not_in_review",
          "本办件目前为“" + file.state().label().zh() + "”，不在办理环节。",
          "This case is " + file.state().label().en() + "; there is nothing to decide now.");
    }
    if (!isActor(who, file, file.stageActor())) return notThisOffice(who, file);
    UUID account = who.account();
    if (account == null) return no("system_does_not_decide", "系统不代替人员作出决定。", "The system does not decide for people.");
    if (store.related(file.id(), account)) {
      return Optional.of(
          Refusal.of(
                  "related_to_party",
                  "您与本办件的当事方存在关联，应当回避。",
                  "You are related to a party of this case and have to stand aside.")
              .by(procedures.separation(file))
              .remedy("请移交给无关联的人员办理。", "Hand it over to somebody who is not related."));
    }
    return apart(account, file).or(() -> taken(account, file));
  }

  private Optional<Refusal> notThisOffice(Actor who, CaseFile file) {
    return assistsOnly(who, file).or(() -> no("not_this_office", "本环节不由您所在岗位办理。", "This stage is not for your office."));
  }

  static Optional<Refusal> assistsOnly(Actor who, CaseFile file) {
    boolean assists = who.agency() != null && who.agency().equals(file.assistingAgency());
    return assists
        ? no("assisting_only", "您所在单位为协办单位，可以查看和备注，不能决定。", "Your agency assists: it may see and comment, not decide.")
        : Optional.empty();
  }

  private Optional<Refusal> apart(UUID account, CaseFile file) {
    boolean other = store.stagesDecidedBy(file.id(), account).stream().anyMatch(s -> !s.equals(file.stage()));
    return other
        ? Optional.of(
            Refusal.of(
                    "steps_apart",
                    "您已办理本办件的另一环节，相互分离的环节不得由一人办理。",
                    "You have already acted in another stage of this case; the stages must be apart.")
                .by(procedures.separation(file))
                .remedy("请由同事办理本环节。", "A colleague has to take this stage."))
        : Optional.empty();
  }

  private static Optional<Refusal> taken(UUID account, CaseFile file) {
    UUID assignee = file.assignee();
    return assignee == null || assignee.equals(account)
        ? Optional.empty()
        : Optional.of(ofAnother(file));
  }

  static Refusal ofAnother(CaseFile file) {
    return Refusal.of(
            "case_of_another",
            "本办件已由 " + file.assigneeName() + " 领取。",
            "This case has been taken by " + file.assigneeName() + ".")
        .remedy("请由其移交后再办理。", "Ask for it to be handed over.");
  }

  private static Optional<Refusal> no(String code, String zh, String en) {
    return Optional.of(Refusal.of(code, zh, en));
  }

  private static @Nullable Role role(@Nullable String stageActor) {
    return Arrays.stream(Role.values()).filter(r -> r.name().equalsIgnoreCase(stageActor)).findFirst().orElse(null);
  }
}
