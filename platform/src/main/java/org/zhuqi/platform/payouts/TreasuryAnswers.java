package org.zhuqi.platform.payouts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Books what the treasury answered: first every row is checked, then all are booked. */
@Component
class TreasuryAnswers {
  private final PayableStore payables;
  private final FileStore files;
  private final Ledger ledger;
  private final BankAccounts accounts;
  private final AuditTrail audit;
  private final PayoutMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TreasuryAnswers(
      PayableStore payables,
      FileStore files,
      Ledger ledger,
      BankAccounts accounts,
      AuditTrail audit,
      PayoutMessages messages,
      ApplicationEventPublisher events,
      Clock clock) {
    this.payables = payables;
    this.files = files;
    this.ledger = ledger;
    this.accounts = accounts;
    this.audit = audit;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  private enum Effect {
    PAID,
    BOUNCED,
    BOUNCED_LATE,
    KNOWN
  }

  private record Booking(ReturnRow row, FileStore.Sent line, Effect effect) {}

  Outcome<ReturnAnswer> read(Actor by, String fileName, byte[] content) {
    String sha256 = TreasuryFile.sha256(content);
    var before = files.returned(sha256);
    if (before.isPresent()) return Outcome.done(before.get());
    return ReturnReader.read(content).then(rows -> check(by, rows)).map(b -> book(by, b, fileName, content, sha256));
  }

  private Outcome<List<Booking>> check(Actor by, List<ReturnRow> rows) {
    Map<String, FileStore.Sent> lines = new HashMap<>();
    files.lockByNumber(rows.stream().map(ReturnRow::number).distinct().toList()).stream()
        .filter(l -> by.covers(l.funder()))
        .forEach(l -> lines.put(l.number(), l));
    List<Refusal> wrong = new ArrayList<>();
    List<Booking> bookings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ReturnRow row : rows) {
      FileStore.Sent line = lines.get(row.number());
      Refusal refusal = seen.add(row.number()) ? wrong(row, line) : twice(row);
      if (refusal == null) bookings.add(new Booking(row, Objects.requireNonNull(line), effect(row, line)));
      else wrong.add(refusal);
    }
    return wrong.isEmpty() ? Outcome.done(bookings) : Outcome.refused(wrong);
  }

  private @Nullable Refusal wrong(ReturnRow row, FileStore.@Nullable Sent line) {
    if (line == null) return at(row, "return_row_unknown", "没有这一明细编号", "no such line");
    if (line.amountFen() != row.amountFen()) {
      String sent = Money.ofFen(line.amountFen()).format();
      return at(row, "return_row_amount", "金额与付款文件不符（文件为 " + sent + "）", "the amount is not that of the payout file (" + sent + ")");
    }
    if (row.on().isAfter(LocalDate.now(clock)) || row.on().isBefore(line.preparedOn())) {
      return at(row, "return_row_date", "日期 " + row.on() + " 不在编制日与今天之间", "the date " + row.on() + " is not between preparation and today");
    }
    return switch (line.state()) {
      case FROZEN, CANCELLED -> at(row, "return_row_not_sent", "该明细未送国库", "this line was never sent");
      case SENT -> null;
      case PAID -> afterPaid(row, line);
      case BOUNCED -> row.paid() ? at(row, "return_row_contradicts", "该明细此前回盘为失败", "this line was answered as bounced before") : null;
    };
  }

  /** After a payment: the same answer again, or the bank giving the money back later. */
  private static @Nullable Refusal afterPaid(ReturnRow row, FileStore.Sent line) {
    boolean same = row.paid() && row.on().equals(line.settledOn()) && Objects.equals(row.bankReference(), line.bankRef());
    if (!row.paid() && line.stopped()) {
      return at(row, "return_row_demanded", "该款已列为应收回，请按追回到账登记", "this payment is claimed back already: book it as a recovery");
    }
    boolean late = !row.paid() && line.settledOn() != null && !row.on().isBefore(line.settledOn());
    return same || late ? null : at(row, "return_row_contradicts", "与此前已读回的支付结果不一致", "it contradicts the payment read before");
  }

  private static Effect effect(ReturnRow row, FileStore.Sent line) {
    return switch (line.state()) {
      case PAID -> row.paid() ? Effect.KNOWN : Effect.BOUNCED_LATE;
      case BOUNCED -> Effect.KNOWN;
      default -> row.paid() ? Effect.PAID : Effect.BOUNCED;
    };
  }

  private ReturnAnswer book(Actor by, List<Booking> bookings, String fileName, byte[] content, String sha256) {
    bookings.stream().filter(b -> b.effect() != Effect.KNOWN).forEach(b -> book(by, b));
    files.closeAnswered(bookings.stream().map(b -> b.line().file()).distinct().toList());
    long paidFen = bookings.stream().filter(b -> b.effect() == Effect.PAID).mapToLong(b -> b.row().amountFen()).sum();
    int paid = count(bookings, Effect.PAID);
    int known = count(bookings, Effect.KNOWN);
    ReturnAnswer answer =
        new ReturnAnswer(Ids.next(), sha256, paid, bookings.size() - paid - known, known, Money.ofFen(paidFen), false);
    files.keepReturn(answer, fileName, content, by, clock.instant());
    audit.record(by, "payout.return_read", "payout_return", answer.id(), null, fileName,
        Map.of("sha256", sha256, "paid", paid, "bounced", answer.bounced(), "known", known, "paidFen", paidFen));
    return answer;
  }

  private static int count(List<Booking> bookings, Effect effect) {
    return (int) bookings.stream().filter(b -> b.effect() == effect).count();
  }

  private void book(Actor by, Booking b) {
    Payable p = payables.byId(List.of(b.line().payable()), true).getFirst();
    UUID hold = Objects.requireNonNull(b.line().hold());
    boolean paid = b.effect() == Effect.PAID;
    switch (b.effect()) {
      case PAID -> ledger.capture(hold, p.amount(), Movement.PAY, "payable", p.id(), by);
      case BOUNCED -> ledger.release(hold, p.amount(), Movement.BOUNCE, "payable", p.id(), by);
      default -> {
        UUID from = ledger.account(AccountKind.PAID, p.owed().line(), null);
        ledger.post(Transfer.post(p.owed().line(), from, p.owed().account(), p.amount(), Movement.BOUNCE, "payable", p.id(), by));
      }
    }
    files.answered(b.line(), paid ? PayoutFile.LineState.PAID : PayoutFile.LineState.BOUNCED, b.row());
    settle(by, p, b, paid);
  }

  private void settle(Actor by, Payable p, Booking b, boolean paid) {
    String detail = Objects.requireNonNull(paid ? b.row().bankReference() : b.row().reason());
    payables.move(p, paid ? PayableState.PAID : PayableState.BOUNCED, paid ? null : detail, paid ? clock.instant() : null);
    if (!paid) accounts.bounced(by, b.line().bankAccount(), detail);
    Payable now = payables.get(p.id()).orElseThrow();
    if (!paid && now.stopped()) withhold(by, now, detail);
    audit.record(by, paid ? "payout.paid" : "payout.bounced", "payable", p.id(), p.owed().provision(), detail,
        Map.of("amountFen", p.amount().fen(), "on", b.row().on().toString(), "line", b.line().number()));
    if (paid) messages.paid(now, b.row().on());
    else if (!now.stopped()) messages.bounced(now, detail);
    events.publishEvent(new PayableSettled(payables.get(p.id()).orElseThrow(), b.row().on(), detail, by));
  }

  /** Gives the money back to the budget; for a payable that is not with the treasury. */
  void withhold(Actor by, Payable p, String reason) {
    UUID unissued = ledger.account(AccountKind.UNISSUED, p.owed().line(), null);
    ledger.post(Transfer.post(p.owed().line(), p.owed().account(), unissued, p.amount(), Movement.CANCEL, "payable", p.id(), by));
    payables.move(p, PayableState.WITHHELD, reason, clock.instant());
  }

  private static Refusal twice(ReturnRow row) {
    return at(row, "return_row_double", "明细编号 " + row.number() + " 在文件中出现两次", "the number " + row.number() + " stands twice in the file");
  }

  private static Refusal at(ReturnRow row, String code, String zh, String en) {
    return Refusal.of(code, "第 " + row.row() + " 行（" + row.number() + "）：" + zh + "。",
            "Row " + row.row() + " (" + row.number() + "): " + en + ".")
        .at("file");
  }
}
