package org.zhuqi.platform.ledger.web;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Phase;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** Transfers of a line: the bottom of every figure. */
final class TransferList {
  private TransferList() {}

  record Row(
      UUID id,
      OffsetDateTime at,
      String movement,
      String phase,
      String fromKind,
      String toKind,
      long amountFen,
      String provision,
      String actorName) {}

  /** Parameters: {@code line}. Filters over the URL lead here from each total. */
  static final Listing<Row> LISTING =
      Listing.of(
              "transfers",
              Row.class,
              """
              select t.transfer_id as id, t.at, t.movement, t.phase, d.kind as from_kind, c.kind as to_kind, t.amount_fen,
                     t.provision, t.actor_name, t.debit_id, t.credit_id, t.subject_id,
                     t.debit_id::text || ' ' || t.credit_id::text || ' ' || t.subject_id::text as account
                from ledger_transfer t
                join ledger_account d on d.tenant = t.tenant and d.account_id = t.debit_id
                join ledger_account c on c.tenant = t.tenant and c.account_id = t.credit_id
               where t.line_id = :line""")
          .title("账务流水", "Transfers")
          .time("at", "时间", "When", Row::at)
          .text("movement", "事由", "Movement", r -> movement(r.movement()))
          .text("phase", "方式", "Phase", r -> phase(r.phase()))
          .text("from_kind", "转出", "From", r -> AccountKind.valueOf(r.fromKind()).label())
          .text("to_kind", "转入", "To", r -> AccountKind.valueOf(r.toKind()).label())
          .money("amount_fen", "金额", "Amount", Row::amountFen)
          .totalled()
          .code("provision", "依据", "Provision", Row::provision)
          .text("actor_name", "经办", "By", r -> Event.who(r.actorName()))
          .search("经办人、账户或业务编号", "Person, account or subject id", "actor_name", "account")
          .select("movement", "事由", "Movement", TransferList::movements)
          .select("phase", "方式", "Phase", TransferList::phases)
          .select("from_kind", "转出", "From", TransferList::kinds)
          .select("to_kind", "转入", "To", TransferList::kinds)
          .days("at", "时间", "When")
          .opens(r -> "/ledger/transfers/" + r.id())
          .orderedBy("-at")
          .empty("还没有流水。预算确认后会有第一笔。", "No transfers yet; the first comes with a confirmed budget.");

  static Text movement(String code) {
    return Movement.valueOf(code.toUpperCase(Locale.ROOT)).label();
  }

  static Text phase(String name) {
    return switch (Phase.valueOf(name)) {
      case POST -> new Text("直接划转", "posted");
      case HOLD -> new Text("冻结", "held");
      case CAPTURE -> new Text("冻结转出", "captured");
      case RELEASE -> new Text("解除冻结", "released");
    };
  }

  private static List<Option> movements() {
    return Arrays.stream(Movement.values()).map(m -> new Option(m.code(), m.label())).toList();
  }

  private static List<Option> phases() {
    return Arrays.stream(Phase.values()).map(f -> new Option(f.name(), phase(f.name()))).toList();
  }

  private static List<Option> kinds() {
    return Arrays.stream(AccountKind.values()).map(k -> new Option(k.name(), k.label())).toList();
  }
}
