package org.zhuqi.platform.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.shared.Role;

/** Who is told what about inspections and findings. */
@Component
class InspectionMessages {
  private final Notifications notifications;

  InspectionMessages(Notifications notifications) {
    this.notifications = notifications;
  }

  void assigned(Inspection i, UUID inspector) {
    tell(Recipients.account(inspector), "检查任务：" + i.number(), "Inspection: " + i.number(),
        "请对“" + i.title() + "”（" + i.publicId() + "）开展检查。", "Please inspect \"" + i.title() + "\" (" + i.publicId() + ").",
        "/inspections/" + i.id(), i.provision());
  }

  /** Both sides learn of it once it has an inspector. */
  void inspected(Inspection i, String provision) {
    for (UUID side : List.of(i.provider(), i.client())) {
      tell(Recipients.party(side), "开展监督检查：" + i.number(), "You are inspected: " + i.number(),
          "第三方将检查合同“" + i.title() + "”（" + i.publicId() + "）的履行和用券情况。请配合检查，并可在此提交材料；拒不配合的，按弄虚作假处理。",
          "A third party inspects contract \"" + i.title() + "\" (" + i.publicId() + "). Please cooperate; papers may be handed in here. Refusal is treated as fraud.",
          "/inspections/" + i.id() + "/hand-in", provision);
    }
  }

  void handedIn(Inspection i, OwnInspection own) {
    String side = own.provider() ? i.providerName() : i.clientName();
    tell(Recipients.account(Objects.requireNonNull(i.inspector())), "收到检查材料：" + i.number(), "Papers handed in: " + i.number(),
        side + " 提交了材料。", side + " has handed papers in.", "/inspections/" + i.id(), own.provision());
  }

  void raised(InspectionFinding f) {
    tell(Recipients.desk(Role.BUREAU, f.funder()), "检查发现问题：" + f.number(), "Finding raised: " + f.number(),
        f.partyName() + "：" + f.ground().zh() + "。请听取当事方意见后决定。", f.partyName() + ": " + f.ground().en() + ". Hear the party, then decide.",
        "/findings/" + f.id(), f.provision());
  }

  void hear(InspectionFinding f, LocalDate until) {
    tell(Recipients.party(f.party()), "请陈述申辩：" + f.number(), "You are asked to be heard: " + f.number(),
        "检查认为存在“" + f.ground().zh() + "”。您可在 " + until + " 前陈述、申辩并提交证据。",
        "An inspection holds against you: " + f.ground().en() + ". You may state your side and hand in evidence until " + until + ".",
        "/findings/" + f.id(), f.provision());
  }

  void decided(InspectionFinding f) {
    tell(Recipients.party(f.party()), "处理决定：" + f.number(), "Decision: " + f.number(),
        f.state().label().zh() + "。" + f.reason(), f.state().label().en() + ". " + f.reason(), "/findings/" + f.id(), f.provision());
  }

  void affected(InspectionFinding f, Contract c) {
    tell(Recipients.party(c.client()), "请对合同 " + c.number() + " 作出选择", "Please choose about contract " + c.number(),
        "对“" + c.providerName() + "”已作出处理决定。您可以终止该合同（解除锁定的券），也可以让其继续履行。",
        "A finding against \"" + c.providerName() + "\" was upheld. You may end the contract (the vouchers are unlocked) or let it finish.",
        "/affected-contracts", f.provision());
  }

  void removalProposed(InspectionFinding f, Entry e) {
    tell(Recipients.desk(Role.CENTRE, null), "建议清退：" + e.name(), "Removal proposed: " + e.name(),
        "依据 " + f.number() + "（" + f.ground().zh() + "）建议对 " + e.number() + " 启动清退程序。",
        "On " + f.number() + " (" + f.ground().en() + ") the removal of " + e.number() + " is proposed.", "/findings/" + f.id(), f.provision());
  }

  private void tell(Recipients to, String zh, String en, String bodyZh, String bodyEn, String link, String provision) {
    notifications.tell(List.of(to), new Text(zh, en), new Text(bodyZh, bodyEn), link, provision);
  }
}
