package org.zhuqi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.MissingProvisionException;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

class LedgerTests extends PlatformTest {
  @Autowired Ledger ledger;
  @Autowired LedgerStore store;

  private final UUID line = Ids.next();
  private UUID source;
  private UUID unissued;
  private UUID pot;
  private UUID voucher;

  @BeforeEach
  void aLineWithTenThousand() {
    inTransaction(
        () -> {
          ledger.openLine(new Line(line, "GYV", "2023-draft", "GUIYANG", 2024));
          source = ledger.account(AccountKind.APPROPRIATION, line, null);
          unissued = ledger.account(AccountKind.UNISSUED, line, null);
          pot = ledger.account(AccountKind.BATCH, line, Ids.next());
          voucher = ledger.account(AccountKind.VOUCHER, line, Ids.next());
          ledger.post(post(source, unissued, "10000", Movement.APPROPRIATE));
          ledger.post(post(unissued, pot, "6000", Movement.ALLOT));
          ledger.post(post(pot, voucher, "1000", Movement.ISSUE));
          return null;
        });
  }

  private Transfer post(UUID debit, UUID credit, String yuan, Movement movement) {
    return Transfer.post(line, debit, credit, Money.of(yuan), movement, "test", line, Actor.SYSTEM);
  }

  private Money free(UUID account) {
    return inTransaction(() -> ledger.balances(List.of(account)).get(account).free());
  }

  private Position position() {
    return inTransaction(() -> ledger.position(line));
  }

  @Test
  void the_position_says_where_the_budget_is() {
    Position p = position();
    assertThat(p.budget()).isEqualTo(Money.of("10000"));
    assertThat(p.unissued()).isEqualTo(Money.of("9000"));
    assertThat(p.held()).isEqualTo(Money.of("1000"));
    assertThat(p.balances()).isTrue();
  }

  @Test
  void a_hold_is_captured_in_part_and_released_in_part_and_then_spent_up() {
    UUID earned = inTransaction(() -> ledger.account(AccountKind.REDEEMABLE, line, Ids.next()));
    UUID hold =
        inTransaction(
            () ->
                ledger.hold(
                    line, voucher, earned, Money.of("800"), Movement.LOCK, "filing", line, Actor.SYSTEM));
    assertThat(free(voucher)).isEqualTo(Money.of("200"));
    assertThat(position().locked()).isEqualTo(Money.of("800"));
    run(() -> ledger.capture(hold, Money.of("500"), Movement.APPROVE, "redemption", line, Actor.SYSTEM));
    run(() -> ledger.release(hold, Money.of("300"), Movement.RELEASE, "redemption", line, Actor.SYSTEM));
    Position p = position();
    assertThat(p.redeemable()).isEqualTo(Money.of("500"));
    assertThat(p.held()).isEqualTo(Money.of("500"));
    assertThat(p.locked()).isEqualTo(Money.ZERO);
    assertThat(p.balances()).isTrue();
    assertThatThrownBy(
            () -> run(() -> ledger.capture(hold, Money.ofFen(1), Movement.APPROVE, "redemption", line, Actor.SYSTEM)))
        .isInstanceOf(OverdraftException.class);
  }

  @Test
  void held_money_cannot_be_used_for_anything_else() {
    UUID earned = inTransaction(() -> ledger.account(AccountKind.REDEEMABLE, line, Ids.next()));
    run(() -> ledger.hold(line, voucher, earned, Money.of("1000"), Movement.LOCK, "filing", line, Actor.SYSTEM));
    assertThatThrownBy(() -> run(() -> ledger.post(post(voucher, unissued, "0.01", Movement.LAPSE))))
        .isInstanceOf(OverdraftException.class);
  }

  @Test
  void a_hold_can_only_be_captured_for_the_account_it_was_made_for() {
    UUID earned = inTransaction(() -> ledger.account(AccountKind.REDEEMABLE, line, Ids.next()));
    UUID other = inTransaction(() -> ledger.account(AccountKind.REDEEMABLE, line, Ids.next()));
    UUID hold =
        inTransaction(
            () -> ledger.hold(line, voucher, earned, Money.of("10"), Movement.LOCK, "filing", line, Actor.SYSTEM));
    Transfer elsewhere =
        new Transfer(
            Ids.next(), line, voucher, other, Money.of("10"), Phase.CAPTURE, hold, Movement.APPROVE, "x", line,
            Actor.SYSTEM);
    assertThatThrownBy(() -> run(() -> ledger.post(elsewhere)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("other accounts");
  }

  @Test
  void money_that_was_paid_wrongly_is_a_receivable_until_it_is_back() {
    UUID earned = inTransaction(() -> ledger.account(AccountKind.REDEEMABLE, line, Ids.next()));
    UUID paid = inTransaction(() -> ledger.account(AccountKind.PAID, line, null));
    UUID recovered = inTransaction(() -> ledger.account(AccountKind.RECOVERED, line, null));
    UUID receivable = inTransaction(() -> ledger.account(AccountKind.RECEIVABLE, line, Ids.next()));
    UUID hold =
        inTransaction(
            () -> ledger.hold(line, voucher, earned, Money.of("600"), Movement.LOCK, "filing", line, Actor.SYSTEM));
    run(() -> ledger.capture(hold, Money.of("600"), Movement.APPROVE, "redemption", line, Actor.SYSTEM));
    run(() -> ledger.post(post(earned, paid, "600", Movement.PAY)));
    run(() -> ledger.post(post(recovered, receivable, "600", Movement.DEMAND)));
    assertThat(position().recovered()).isEqualTo(Money.ZERO);
    assertThat(position().receivable()).isEqualTo(Money.of("600"));
    run(() -> ledger.post(post(receivable, unissued, "250", Movement.RECOVER)));
    assertThat(position().recovered()).isEqualTo(Money.of("250"));
    assertThat(position().receivable()).isEqualTo(Money.of("350"));
    assertThat(position().balances()).isTrue();
    assertThatThrownBy(() -> run(() -> ledger.post(post(receivable, unissued, "350.01", Movement.RECOVER))))
        .isInstanceOf(OverdraftException.class);
  }

  @Test
  void the_same_transfer_twice_moves_money_once_and_another_under_its_id_is_refused() {
    Transfer t = post(pot, voucher, "100", Movement.ISSUE);
    run(() -> ledger.post(t));
    run(() -> ledger.post(t));
    assertThat(free(voucher)).isEqualTo(Money.of("1100"));
    Transfer more =
        new Transfer(
            t.id(), line, pot, voucher, Money.of("101"), Phase.POST, null, Movement.ISSUE, "test", line, Actor.SYSTEM);
    assertThatThrownBy(() -> run(() -> ledger.post(more))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_transfer_has_two_sides_and_moves_more_than_nothing_also_in_the_database() {
    assertThatThrownBy(() -> post(pot, pot, "1", Movement.ISSUE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> post(pot, voucher, "0", Movement.ISSUE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> raw(pot, pot, 1)).hasMessageContaining("ledger_transfer_two_sides");
    assertThatThrownBy(() -> raw(pot, voucher, 0)).hasMessageContaining("ledger_transfer_amount");
    assertThatThrownBy(() -> raw(pot, voucher, -5)).hasMessageContaining("ledger_transfer_amount");
  }

  private void raw(UUID debit, UUID credit, long fen) {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    insert into ledger_transfer (transfer_id, line_id, debit_id, credit_id, amount_fen, phase, movement,
                      provision, subject_kind, subject_id, actor_name, at)
                    values (?, ?, ?, ?, ?, 'POST', 'issue', 'X', 'test', ?, 'test', now())""")
                .params(Ids.next(), line, debit, credit, fen, line)
                .update());
  }

  @Test
  void GYV_2_1_no_transfer_exists_beside_those_that_the_measure_names() {
    UUID other = inTransaction(() -> ledger.account(AccountKind.VOUCHER, line, Ids.next()));
    UUID paid = inTransaction(() -> ledger.account(AccountKind.PAID, line, null));
    for (UUID target : List.of(other, paid)) {
      for (Movement movement : Movement.values()) {
        assertThatThrownBy(() -> run(() -> ledger.post(post(voucher, target, "1", movement))))
            .as("%s out of a voucher", movement)
            .isInstanceOf(DataAccessException.class)
            .hasMessageContaining("no such movement");
      }
    }
    assertThat(inTransaction(() -> ledger.about(line)).stream().map(Entry::provision)).containsOnly("GYV-2-1");
    Ledger without = new Ledger(store, new Flows(Measures.bundled().without("GYV-2-1"), store));
    assertThatThrownBy(() -> run(() -> without.post(post(pot, voucher, "1", Movement.ISSUE))))
        .isInstanceOf(MissingProvisionException.class);
  }

  @Test
  void the_application_can_neither_change_nor_delete_transfers_nor_write_balances() {
    for (String sql :
        List.of(
            "update ledger_transfer set amount_fen = 1",
            "delete from ledger_transfer",
            "update ledger_account set balance_fen = 0",
            "delete from ledger_account",
            "update ledger_hold set remaining_fen = 0",
            "insert into ledger_account (account_id, kind, line_id, balance_fen) values (gen_random_uuid(), 'UNISSUED', '"
                + line + "', 5)")) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(sql).update()))
          .as(sql)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void no_overdraft_under_concurrency() throws Exception {
    AtomicInteger done = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 80; i++) {
        threads.submit(
            () -> {
              try {
                run(() -> ledger.post(post(pot, voucher, "100", Movement.ISSUE)));
                done.incrementAndGet();
              } catch (OverdraftException e) {
                // the pot is empty: that is the point
              }
            });
      }
    }
    assertThat(done).hasValue(50);
    assertThat(free(pot)).isEqualTo(Money.ZERO);
    assertThat(free(voucher)).isEqualTo(Money.of("6000"));
    assertThat(position().balances()).isTrue();
  }

  private void run(Runnable work) {
    Callable<Void> call =
        () -> {
          work.run();
          return null;
        };
    inTransaction(call);
  }
}
