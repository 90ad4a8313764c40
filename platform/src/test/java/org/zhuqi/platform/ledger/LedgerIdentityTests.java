package org.zhuqi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Whatever is done in whatever order, the budget is where the identity says. */
class LedgerIdentityTests extends PlatformTest {
  @Autowired Ledger ledger;

  private final UUID line = Ids.next();
  private final List<UUID> holds = new ArrayList<>();
  private int done;
  private int refused;

  @Test
  void budget_is_unissued_and_held_and_locked_and_redeemable_and_paid_less_recovered_over_random_operations() {
    long seed = Long.getLong("zhuqi.test.seed", System.nanoTime());
    System.out.println("ledger identity: seed " + seed + " (repeat with -Dzhuqi.test.seed=" + seed + ")");
    Random random = new Random(seed);
    List<UUID> accounts = inTransaction(this::open);
    for (int i = 0; i < 400; i++) {
      step(random, accounts);
      Position p = inTransaction(() -> ledger.position(line));
      assertThat(p.balances()).as("step %d of seed %d: %s", i, seed, p).isTrue();
      assertThat(List.of(p.unissued(), p.held(), p.locked(), p.redeemable(), p.receivable()))
          .as("step %d of seed %d", i, seed)
          .noneMatch(Money::isNegative);
    }
    assertThat(done).as("operations that went through, seed %d", seed).isGreaterThan(60);
    assertThat(refused).as("operations that were refused, seed %d", seed).isPositive();
  }

  private List<UUID> open() {
    ledger.openLine(new Line(line, "GYV", "2023-draft", "GUIYANG", 2024));
    List<UUID> accounts = new ArrayList<>();
    for (AccountKind kind : AccountKind.values()) {
      boolean standing = Standing.KINDS.contains(kind);
      for (int i = 0; i < (standing ? 1 : 3); i++) {
        accounts.add(ledger.account(kind, line, standing ? null : Ids.next()));
      }
    }
    return accounts;
  }

  private void step(Random random, List<UUID> accounts) {
    Money amount = Money.ofFen(1 + random.nextInt(random.nextBoolean() ? 500 : 50_000));
    try {
      inTransaction(
          () -> {
            if (!holds.isEmpty() && random.nextInt(4) == 0) finish(random, amount);
            else begin(random, accounts, amount);
            return null;
          });
      done++;
    } catch (OverdraftException e) {
      refused++;
    }
  }

  private void finish(Random random, Money amount) {
    UUID hold = holds.get(random.nextInt(holds.size()));
    if (random.nextBoolean()) ledger.capture(hold, amount, Movement.APPROVE, "test", line, Actor.SYSTEM);
    else ledger.release(hold, amount, Movement.RELEASE, "test", line, Actor.SYSTEM);
  }

  private void begin(Random random, List<UUID> accounts, Money amount) {
    Movement[] movements = Movement.values();
    Movement movement = movements[random.nextInt(movements.length)];
    if (movement == Movement.APPROVE || movement == Movement.RELEASE) return;
    UUID debit = pick(random, accounts, movement.from());
    UUID credit = pick(random, accounts, movement.to());
    Money moved = movement == Movement.APPROPRIATE ? amount.plus(amount) : amount;
    if (movement == Movement.LOCK) {
      holds.add(ledger.hold(line, debit, credit, moved, movement, "test", line, Actor.SYSTEM));
    } else {
      ledger.post(Transfer.post(line, debit, credit, moved, movement, "test", line, Actor.SYSTEM));
    }
  }

  private UUID pick(Random random, List<UUID> accounts, AccountKind kind) {
    var balances = ledger.balances(accounts);
    List<UUID> fitting = accounts.stream().filter(a -> balances.get(a).kind() == kind).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }
}
