package org.zhuqi.platform.payouts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.parties.BankAccount;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.payouts.Payable;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What of payments waits on a desk. */
@Component
class PayoutDesk implements DeskPart {
  private final PayoutViews views;
  private final BankAccounts accounts;

  PayoutDesk(PayoutViews views, BankAccounts accounts) {
    this.views = views;
    this.accounts = accounts;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    if (actor.is(Role.INSTITUTION)) {
      boolean usable = accounts.current(actor.partyOrThrow()).filter(BankAccount::isUsable).isPresent();
      return usable ? List.of() : Stream.concat(bounced(actor), owed(actor)).toList();
    }
    if (!actor.is(Role.FINANCE)) return List.of();
    List<Waiting> waiting = new ArrayList<>();
    for (PayoutFile f : views.files(actor)) {
      if (f.state() == PayoutFile.State.PREPARED && !f.preparedBy().equals(actor.account())) {
        waiting.add(new Waiting(new Text("待复核", "Approve"), new Text("付款文件 " + f.number(), "Payout file " + f.number()), "/payouts/files/" + f.id(), null, total(f.count(), f.total())));
      } else if (f.state() == PayoutFile.State.APPROVED) {
        waiting.add(new Waiting(new Text("待回盘", "Answer"), new Text("付款文件 " + f.number(), "Payout file " + f.number()), "/payouts/files/" + f.id(), null, total(f.count(), f.total())));
      }
    }
    List<Payable> ready = views.payables(actor, PayableState.READY).stream().filter(p -> !p.suspended()).toList();
    if (!ready.isEmpty()) waiting.add(new Waiting(new Text("待拨付", "Pay"), new Text("待拨付款项", "Payables to be paid"), "/payouts?state=READY", null, total(ready.size(), sum(ready))));
    return waiting;
  }

  private Stream<Waiting> bounced(Actor actor) {
    return views.payables(actor, PayableState.BOUNCED).stream()
        .map(p -> new Waiting(new Text("退票", "Bounced"), p.owed().purpose(), "/party", null, new Text("请更正银行账户：" + p.reason(), "Correct the bank account: " + p.reason())));
  }

  /** Owed, and in no file as long as there is no account to pay it to. */
  private Stream<Waiting> owed(Actor actor) {
    return views.payables(actor, PayableState.READY).stream()
        .map(p -> new Waiting(new Text("填报账户", "Name account"), p.owed().purpose(), "/party", null, new Text("待拨付 " + p.amount().format() + "，请填报收款账户", p.amount().format(true) + " is owed: name a bank account")));
  }

  @Override
  public List<Watched> watching(Actor actor) {
    if (!actor.is(Role.FINANCE)) return List.of();
    List<Payable> bounced = views.payables(actor, PayableState.BOUNCED);
    return List.of(new Watched(new Text("退票待更正", "Bounced"), new Text(bounced.size() + " 笔", Integer.toString(bounced.size())), "/payouts?state=BOUNCED", null));
  }

  private static Money sum(List<Payable> payables) {
    return payables.stream().map(Payable::amount).reduce(Money.ZERO, Money::plus);
  }

  private static Text total(int lines, Money total) {
    return new Text(lines + " 笔，合计 " + total.format(), lines + " lines, " + total.format(true));
  }

  @Override
  public int order() {
    return 75;
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem payoutsNav() {
      return NavItem.of("拨付款项", "Payables", "/payouts", 330, Role.FINANCE, Role.BUREAU, Role.CENTRE, Role.AUDITOR, Role.INSTITUTION);
    }

    @Bean
    NavItem payoutFilesNav() {
      return NavItem.of("付款文件", "Payout files", "/payouts/files", 332, Role.FINANCE, Role.BUREAU, Role.AUDITOR);
    }

    @Bean
    NavItem reconciliationNav() {
      return NavItem.of("对账", "Reconciliation", "/payouts/reconciliation", 334, Role.FINANCE, Role.BUREAU, Role.AUDITOR);
    }
  }
}
