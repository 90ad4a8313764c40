package org.zhuqi.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.payouts.Payouts;

/** Finance and the invented treasury: a payout file, and the answer that comes back. */
class TreasuryActs {
  private final Cast cast;
  private final Stage stage;
  private final Payouts payouts;
  private final PayoutViews views;

  TreasuryActs(Cast cast, Stage stage, Payouts payouts, PayoutViews views) {
    this.views = views;
    this.cast = cast;
    this.stage = stage;
    this.payouts = payouts;
  }

  /** Everything that is owed by the funder is paid, and the bank confirms all of it. */
  void pay(String funder, String preparer, String approver) {
    send(funder, preparer, approver, "成功", "");
  }

  /** The bank sends everything back. */
  void bounce(String funder, String preparer, String approver, String reason) {
    send(funder, preparer, approver, "失败", reason);
  }

  private void send(String funder, String preparer, String approver, String result, String reason) {
    UUID file = payouts.prepare(cast.actor(preparer), funder).orThrow();
    payouts.approve(cast.actor(approver), file).orThrow();
    payouts.readReturn(cast.actor(preparer), "回盘.csv", answer(views.file(cast.actor(preparer), file), result, reason)).orThrow();
  }

  private byte[] answer(PayoutFile file, String result, String reason) {
    StringBuilder csv = new StringBuilder("明细编号,金额（元）,结果,日期,银行流水号,原因\r\n");
    for (PayoutFile.Line line : file.lines()) {
      csv.append(
          "%s,%s,%s,%s,YH%s,%s\r\n"
              .formatted(line.number(), line.amount().yuan(), result, LocalDate.now(stage.clock()), line.number(), reason));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
