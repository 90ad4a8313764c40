package org.zhuqi.platform.redemption;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.BankAccount;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.shared.Role;

/** Who is told what about an application. */
@Component
class RedemptionMessages {
  private final Notifications notifications;
  private final BankAccounts accounts;

  RedemptionMessages(Notifications notifications, BankAccounts accounts) {
    this.notifications = notifications;
    this.accounts = accounts;
  }

  void opened(Redemption r) {
    tell(List.of(provider(r)), "可以申请兑现：" + r.title(), "You can apply for redemption: " + r.title(),
        "合同已完成，" + r.amount().format() + " 可申请兑现，期限至 " + r.lastDay() + "。请补充发票等材料后提交。",
        "The contract is completed; " + r.amount().format(true) + " can be applied for until " + r.lastDay() + ". Add the invoice and hand it in.",
        r, null);
  }

  void reminder(Redemption r) {
    tell(List.of(provider(r)), "兑现期限将至：" + r.title(), "The redemption window is closing: " + r.title(),
        r.amount().format() + " 尚未申请兑现，期限至 " + r.lastDay() + "。", r.amount().format(true) + " has not been applied for; the last day is " + r.lastDay() + ".",
        r, null);
  }

  void lapsed(Redemption r) {
    tell(List.of(provider(r), client(r)), "超过兑现期限：" + r.title(), "The redemption window is over: " + r.title(),
        "期限 " + r.lastDay() + " 前未申请兑现，锁定的券额已解除。", "Nothing was applied for by " + r.lastDay() + "; the locked vouchers are released.", r, null);
  }

  void stopped(Redemption r, String reason, String provision) {
    tell(List.of(provider(r), client(r)), "兑现已停止：" + r.number(), "Redemption stopped: " + r.number(), reason, reason, r, provision);
  }

  /** Stopped by something outside the office, which is to look into it. */
  void toReview(Redemption r, String reason, String provision) {
    if (r.state() == RedemptionState.DRAFT) return;
    tell(office(r), "待复核已停止的兑现：" + r.number(), "A stopped redemption to review: " + r.number(),
        reason + "。查明后恢复，或作出处理。", "It was stopped: " + reason + ". Resume it once cleared up, or act on it.", r, provision);
  }

  void resumed(Redemption r, String reason) {
    tell(List.of(provider(r), client(r)), "兑现已恢复：" + r.number(), "Redemption resumed: " + r.number(), reason, reason, r, null);
  }

  void objected(Redemption r, String provision) {
    tell(List.of(provider(r)), "公示期内收到异议：" + r.number(), "An objection was raised: " + r.number(),
        "有人对本行提出异议，答复前暂不兑现，名单其他各行不受影响。", "Somebody objects to this line; it waits for the answer. Other lines are not affected.", r, provision);
  }

  void objectionUpheld(Redemption r, String answer, String provision) {
    tell(List.of(provider(r), client(r)), "异议成立，不予兑现：" + r.number(), "Objection upheld, not redeemed: " + r.number(), answer, answer, r, provision);
  }

  /** What a payee without an account is owed is in no file until it has named one. */
  void cleared(Redemption r, String provision) {
    boolean account = accounts.current(r.provider()).filter(BankAccount::isUsable).isPresent();
    String zh = r.amount().format() + (account ? " 将列入付款文件。" : " 待拨付，但服务机构没有可用的收款账户，填报后才能列入付款文件。");
    String en = r.amount().format(true) + (account ? " goes into a payout file." : " is owed; it goes into a payout file once the institution has named a bank account.");
    tell(List.of(client(r), Recipients.desk(Role.FINANCE, r.funder())), "公示期满，待拨付：" + r.number(), "Notice over, to be paid: " + r.number(), zh, en, r, provision);
    Text subject = account
        ? new Text("公示期满，待拨付：" + r.number(), "Notice over, to be paid: " + r.number())
        : new Text("公示期满，请填报收款账户：" + r.number(), "Notice over, name your bank account: " + r.number());
    notifications.tell(provider(r), subject, new Text(zh, en), account ? "/redemptions/" + r.id() : "/party", provision);
  }

  /** Paid on an invoice that was taken back afterwards: for the funder to inspect. */
  void cancelledAfterPayment(Redemption r, String reason, String provision) {
    tell(office(r), "已兑付申请的发票被红冲：" + r.number(), "An invoice was taken back after payment: " + r.number(),
        reason + "。请核查是否追回。", "The invoice was taken back after " + r.amount().format(true) + " had been paid. Look into recovery.", r, provision);
  }

  /** Paid although it was stopped: it was with the treasury already. */
  void paidWhileStopped(Redemption r, Redemption.Stop stop) {
    tell(office(r), "已停止的兑现被支付：" + r.number(), "A stopped redemption was paid: " + r.number(),
        r.amount().format() + " 在停止前已送国库并已支付。停止原因：" + stop.reason() + "。请核查是否追回。",
        r.amount().format(true) + " was with the treasury when it was stopped, and has been paid. Stopped because: " + stop.reason() + ". Look into recovery.",
        r, stop.provision());
  }

  private static List<Recipients> office(Redemption r) {
    return List.of(Recipients.desk(Role.BUREAU, r.funder()), Recipients.desk(Role.CENTRE, r.funder()));
  }

  private static Recipients provider(Redemption r) {
    return Recipients.party(r.provider());
  }

  private static Recipients client(Redemption r) {
    return Recipients.party(r.client());
  }

  private void tell(
      List<Recipients> to, String zh, String en, String bodyZh, String bodyEn, Redemption r, @Nullable String provision) {
    notifications.tell(to, new Text(zh, en), new Text(bodyZh, bodyEn), "/redemptions/" + r.id(), provision);
  }
}
