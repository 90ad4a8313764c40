package org.zhuqi.platform.payouts;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Role;

/** Who is told what about money. */
@Component
class PayoutMessages {
  private final Notifications notifications;

  PayoutMessages(Notifications notifications) {
    this.notifications = notifications;
  }

  void toApprove(String funder, UUID file, String number, int lines, long totalFen) {
    Money total = Money.ofFen(totalFen);
    notifications.tell(
        Recipients.desk(Role.FINANCE, funder),
        new Text("付款文件 " + number + " 待复核", "Payout file " + number + " to be approved"),
        new Text(lines + " 笔，合计 " + total.format() + "。须由编制人以外的人复核。",
            lines + " lines, " + total.format(true) + ". Somebody other than its author must approve it."),
        "/payouts/files/" + file,
        null);
  }

  void paid(Payable p, LocalDate on) {
    notifications.tell(
        Recipients.party(p.owed().payee()),
        new Text("款项已支付：" + p.amount().format(), "Paid: " + p.amount().format(true)),
        new Text(p.owed().purpose().zh() + "，支付日期 " + on + "。", p.owed().purpose().en() + ", paid on " + on + "."),
        p.owed().link(),
        p.owed().provision());
  }

  void bounced(Payable p, String reason) {
    notifications.tell(
        Recipients.party(p.owed().payee()),
        new Text("款项退票：" + p.amount().format(), "Payment bounced: " + p.amount().format(true)),
        new Text("银行退回原因：" + reason + "。请更正银行账户，款项将列入下一批付款文件。",
            "The bank says: " + reason + ". Correct your bank account; the payment goes into the next file."),
        "/party",
        p.owed().provision());
  }
}
