package org.zhuqi.platform.contracts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.Standing;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RunningNumbers;

/** From filing to completion, or to an early end. */
@Component
class Performance {
  static final String RESULT = "result";
  private static final String NUMBER = "BA";
  private final Steps steps;
  private final Catalogue catalogue;
  private final Rules rules;
  private final Parties parties;
  private final Documents documents;
  private final RunningNumbers numbers;
  private final ObjectProvider<Locks> locks;

  Performance(
      Steps steps,
      Catalogue catalogue,
      Rules rules,
      Parties parties,
      Documents documents,
      RunningNumbers numbers,
      ObjectProvider<Locks> locks) {
    this.steps = steps;
    this.catalogue = catalogue;
    this.rules = rules;
    this.parties = parties;
    this.documents = documents;
    this.numbers = numbers;
    this.locks = locks;
  }

  Contract filed(Actor by, UUID id, long lockedFen, Set<String> funders, @Nullable String provision) {
    Contract c = steps.lock(id);
    if (lockedFen != c.voucherFen()) {
      throw new IllegalArgumentException("contract " + c.number() + " agrees on " + c.voucherFen() + " fen, locked " + lockedFen);
    }
    String[] all = Stream.concat(c.office().funders().stream(), funders.stream()).distinct().sorted().toArray(String[]::new);
    Changes changes = Changes.none().set("filing_number", numbers.next(NUMBER, steps.today())).set("funders", all);
    return steps.take(by, Side.ENGINE, c, ContractEvent.FILED, null, changes, provision).orThrow();
  }

  Contract released(Actor by, UUID id, String reason) {
    Contract c = steps.lock(id);
    if (c.state() == ContractState.ENDED) return c;
    return steps.take(by, Side.ENGINE, c, ContractEvent.ENDED, reason, ended(), null).orThrow();
  }

  Outcome<Contract> start(Actor by, UUID id, @Nullable String note) {
    return steps.take(by, steps.lock(id), ContractEvent.STARTED, note, Changes.none());
  }

  Outcome<Contract> progress(Actor by, UUID id, String note) {
    Contract c = steps.lock(id);
    if (note.isBlank()) {
      return Outcome.refused(Refusal.of("note_missing", "请写明进度。", "Say how far it has come.").at("note"));
    }
    return steps.take(by, c, ContractEvent.PROGRESSED, note.strip(), Changes.none());
  }

  Outcome<Contract> deliver(Actor by, UUID id, String note, List<UUID> results) {
    Contract c = steps.lock(id);
    Refusal no = Steps.refusal(Steps.sideOf(by, c), c, ContractEvent.DELIVERED);
    if (no != null) return Outcome.refused(no);
    if (results.isEmpty()) {
      return Outcome.refused(
          Refusal.of("results_missing", "交付须附服务成果材料。", "A delivery comes with its results.")
              .by(steps.provision(c, "redemption.materials"))
              .remedy("请上传报告、证书等成果文件。", "Hand in the report, certificate or other result.")
              .at("results"));
    }
    results.forEach(doc -> documents.attach(by, doc, Steps.SUBJECT, c.id(), RESULT));
    Changes changes = Changes.none().set("delivered_on", steps.today());
    return steps.take(by, c, ContractEvent.DELIVERED, note.isBlank() ? null : note.strip(), changes);
  }

  Outcome<Contract> confirm(Actor by, UUID id) {
    Changes changes = Changes.none().set("completed_on", steps.today()).set("end_proposed_by", null);
    return steps.take(by, steps.lock(id), ContractEvent.CONFIRMED, null, changes);
  }

  Outcome<Contract> refuseResult(Actor by, UUID id, String reason) {
    Contract c = steps.lock(id);
    if (reason.isBlank()) return Outcome.refused(Negotiation.reasonMissing());
    return steps.take(by, c, ContractEvent.RETURNED, reason.strip(), Changes.none().set("delivered_on", null));
  }

  Outcome<Contract> end(Actor by, UUID id, String reason) {
    Contract c = steps.lock(id);
    if (!by.role().isParty() && Contracts.maySee(by, c) && !c.isHandledBy(by)) return Outcome.refused(notTheHandler(c));
    Side side = Steps.sideOf(by, c);
    Refusal no = Steps.refusal(side, c, ContractEvent.ENDED);
    if (no != null) return Outcome.refused(no);
    if (side == Side.OFFICE) {
      Optional<Refusal> related = parties.standAside(by, rules.separation(), c.client(), c.provider());
      if (related.isPresent()) return Outcome.refused(related.get());
    }
    if (reason.isBlank()) return Outcome.refused(Negotiation.reasonMissing());
    if (mayEndAlone(side, c) || c.endProposedBy() == side.other()) {
      Outcome<Contract> done = steps.take(by, c, ContractEvent.ENDED, reason.strip(), ended());
      done.map(
          over -> {
            locks.forEach(l -> l.release(by, over, reason.strip()));
            return over;
          });
      return done;
    }
    if (c.endProposedBy() == side) {
      return Outcome.refused(
          Refusal.of("end_proposed", "您已提议终止，正等待对方同意。", "You have proposed to end it; the other side has to agree.")
              .remedy("对方不同意且无法协商的，可请服务中心处理。", "If it does not, ask the service centre."));
    }
    return steps.take(by, c, ContractEvent.END_PROPOSED, reason.strip(), Changes.none().set("end_proposed_by", side));
  }

  private Refusal notTheHandler(Contract c) {
    return Refusal.of(
            "not_the_handler", "本合同由另一单位办理，您所在单位可以查看，不能决定。",
            "Another agency handles this contract: yours may see it, not decide on it.")
        .by(steps.provision(c, Routing.ROLE));
  }

  /** The handling office by its decision; the enterprise when its institution was removed from the register. */
  boolean mayEndAlone(Side side, Contract c) {
    if (side == Side.OFFICE) return true;
    if (side != Side.CLIENT) return false;
    Standing.State state = catalogue.standing(List.of(c.provider())).get(c.provider());
    return state != null && !state.mayFinish();
  }

  private Changes ended() {
    return Changes.none().set("ended_on", steps.today()).set("end_proposed_by", null).set("turn", null);
  }
}
