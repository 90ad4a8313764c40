package org.zhuqi.platform.redemption.web;

import java.util.Map;
import java.util.Optional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.web.Badge.Tone;
import org.zhuqi.platform.web.Event;

/** What happened to an application or its payment outside the case, from the audit trail, in words for its sides. */
final class Happenings {
  private record Look(Tone tone, Text what) {}

  private static final Map<String, Look> SHOWN =
      Map.of(
          "redemption.stopped", new Look(Tone.BAD, new Text("停止兑现", "Stopped")),
          "redemption.resumed", new Look(Tone.RUNNING, new Text("恢复办理", "Resumed")),
          "redemption.lapsed", new Look(Tone.OFF, new Text("逾期未申请", "Not applied for in time")),
          "redemption.invoice_cancelled", new Look(Tone.WARN, new Text("发票被红冲", "Invoice taken back")),
          "payout.owed", new Look(Tone.RUNNING, new Text("列入待拨付", "Owed by the funder")),
          "payout.paid", new Look(Tone.GOOD, new Text("国库已支付", "Paid by the treasury")),
          "payout.bounced", new Look(Tone.WARN, new Text("银行退票", "Bounced by the bank")),
          "payout.withheld", new Look(Tone.BAD, new Text("停止拨付", "Payment withheld")),
          "payout.demanded", new Look(Tone.BAD, new Text("责令退回", "Claimed back")));

  private Happenings() {}

  static Optional<Event> of(AuditRecord a) {
    Look look = SHOWN.get(a.act());
    if (look == null) return Optional.empty();
    return Optional.of(
        new Event(look.tone(), look.what(), Event.who(a.name()), a.at().toInstant(), a.act().equals("payout.owed") ? null : new Text(a.grounds(), a.grounds()), a.provision()));
  }
}
