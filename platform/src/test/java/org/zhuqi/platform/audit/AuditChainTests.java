package org.zhuqi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.database.Owner;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Tenancy;

/** Each test has a tenant, and so a chain, of its own: what one breaks no other sees. */
class AuditChainTests extends PlatformTest {
  @Autowired AuditTrail audit;
  @Autowired AuditChain chain;
  @Autowired Flyway flyway;
  @Autowired VerifyAuditCommand command;

  @Test
  void an_untouched_trail_verifies_and_its_head_is_the_anchor() {
    record("whole", 25);
    Verification v = verify("whole", List.of());
    assertThat(v.ok()).isTrue();
    assertThat(v.sealed()).isEqualTo(25);
    assertThat(v.waiting()).isZero();
    Anchor head = in("whole", () -> chain.head().orElseThrow());
    assertThat(v.head()).isEqualTo(head);
    assertThat(head.hash()).hasSize(64);
    record("whole", 5);
    assertThat(verify("whole", List.of(head)).ok()).isTrue();
  }

  @Test
  void a_trail_of_many_groups_is_sealed_in_one_go() {
    record("many", 4500);
    assertThat(verify("many", List.of()).sealed()).isEqualTo(4500);
  }

  @Test
  void a_changed_record_is_found_whatever_was_changed() {
    for (String change :
        List.of("grounds = 'other'", "name = '别人'", "at = at + interval '1 second'", "details = '{\"i\": 8}'",
            "provision = null", "subject = gen_random_uuid()")) {
      String tenant = "changed" + Math.floorMod(change.hashCode(), 100000);
      record(tenant, 9);
      owner().sql("update audit_record set " + change + " where id = :id").param("id", sealed(tenant, 6)).update();
      Verification v = verify(tenant, List.of());
      assertThat(v.broken()).as(change).isNotNull();
      assertThat(v.broken().kind()).isEqualTo(Verification.Kind.CHANGED);
      assertThat(v.broken().number()).isEqualTo(6);
      assertThat(v.sealed()).isEqualTo(5);
    }
  }

  @Test
  void a_removed_record_is_found() {
    record("removed", 9);
    UUID gone = sealed("removed", 4);
    String key = "audit_seal_tenant_record_fkey";
    owner().sql("alter table audit_seal drop constraint " + key).update();
    owner().sql("delete from audit_record where id = :id").param("id", gone).update();
    owner().sql("alter table audit_seal add constraint " + key + " foreign key (tenant, record) references audit_record not valid").update();
    Verification v = verify("removed", List.of());
    assertThat(v.broken()).isNotNull();
    assertThat(v.broken().kind()).isEqualTo(Verification.Kind.REMOVED);
    assertThat(v.broken().record()).isEqualTo(gone);
  }

  @Test
  void a_record_removed_together_with_its_seal_is_found() {
    record("unsealed", 9);
    UUID gone = sealed("unsealed", 4);
    owner().sql("delete from audit_seal where record = :id").param("id", gone).update();
    owner().sql("delete from audit_record where id = :id").param("id", gone).update();
    Verification v = verify("unsealed", List.of());
    assertThat(v.broken()).isNotNull();
    assertThat(v.broken().kind()).isEqualTo(Verification.Kind.REMOVED);
    assertThat(v.broken().number()).isEqualTo(4);
  }

  @Test
  void a_record_inserted_among_sealed_ones_is_found() {
    record("inserted", 9);
    UUID forged = Ids.next();
    owner()
        .sql(
            """
            insert into audit_record (tenant, id, at, name, role, act, subject_kind, subject, grounds, details, tx, position)
            overriding system value
            select tenant, :id, at, '别人', role, act, subject_kind, subject, grounds, details, tx, -1
              from audit_record where id = :beside""")
        .param("id", forged)
        .param("beside", sealed("inserted", 3))
        .update();
    Verification v = verify("inserted", List.of());
    assertThat(v.broken()).isNotNull();
    assertThat(v.broken().kind()).isEqualTo(Verification.Kind.INSERTED);
    assertThat(v.broken().record()).isEqualTo(forged);
  }

  @Test
  void a_chain_cut_off_or_rewritten_is_found_by_an_anchor_kept_elsewhere() {
    record("anchored", 9);
    Anchor anchor = in("anchored", () -> chain.head().orElseThrow());
    owner().sql("delete from audit_seal where tenant = 'anchored' and number > 6").update();
    owner()
        .sql("delete from audit_record r where tenant = 'anchored' and not exists (select from audit_seal s where s.record = r.id)")
        .update();
    assertThat(verify("anchored", List.of()).ok()).as("nothing shows without the anchor").isTrue();
    assertThat(verify("anchored", List.of(anchor)).broken().kind()).isEqualTo(Verification.Kind.ANCHOR);

    record("anchored", 9);
    Verification rewritten = verify("anchored", List.of(anchor));
    assertThat(rewritten.broken().kind()).isEqualTo(Verification.Kind.ANCHOR);
    assertThat(rewritten.broken().number()).isEqualTo(9);
  }

  @Test
  void a_record_whose_transaction_ends_late_is_sealed_after_it_and_never_left_out() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var late =
          pool.submit(
              () ->
                  Tenancy.call(
                      "late",
                      () ->
                          transactions.execute(
                              s -> {
                                audit.record(Actor.SYSTEM, "test.late", "thing", Ids.next(), null, "late", Map.of());
                                written.countDown();
                                await(mayEnd);
                                return 0;
                              })));
      await(written);
      write("late", 3);
      assertThat(verify("late", List.of()).sealed()).as("none may pass the one still open").isZero();
      mayEnd.countDown();
      late.get(10, TimeUnit.SECONDS);
    }
    Verification v = verify("late", List.of());
    assertThat(v.ok()).isTrue();
    assertThat(v.sealed()).isEqualTo(4);
  }

  @Test
  void sealers_side_by_side_make_one_chain() throws Exception {
    write("side", 6000);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) pool.submit(() -> Tenancy.run("side", chain::sealAll));
    }
    Verification v = verify("side", List.of());
    assertThat(v.ok()).isTrue();
    assertThat(v.sealed()).isEqualTo(6000);
  }

  @Test
  void the_command_ends_with_1_when_a_record_was_tampered_with_and_0_otherwise(@TempDir Path folder) throws Exception {
    record(TENANT, 3);
    Path anchor = Files.writeString(folder.resolve("anchor.json"), Json.write(in(TENANT, () -> chain.head().orElseThrow())));
    assertThat(run(anchor)).startsWith("0\n").contains("unbroken");
    UUID id = sealed(TENANT, 1);
    owner().sql("update audit_record set grounds = grounds || '!' where id = :id").param("id", id).update();
    try {
      assertThat(run(anchor)).startsWith("1\n").contains("BROKEN").contains("CHANGED");
    } finally {
      owner().sql("update audit_record set grounds = left(grounds, -1) where id = :id").param("id", id).update();
    }
    assertThat(run(anchor)).startsWith("0\n");
  }

  private String run(Path anchor) throws Exception {
    var bytes = new ByteArrayOutputStream();
    int status = command.run(List.of(anchor.toString()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return status + "\n" + bytes.toString(StandardCharsets.UTF_8);
  }

  private void write(String tenant, int count) {
    in(
        tenant,
        () -> {
          audit.recordAll(
              IntStream.range(0, count)
                  .mapToObj(i -> new AuditEntry(Actor.SYSTEM, "test.act", "thing", Ids.next(), "T-1-1", "因为 " + i,
                      Map.of("i", i, "nested", Map.of("b", 1, "a", List.of("x", 2.50)))))
                  .toList());
          return 0;
        });
  }

  private void record(String tenant, int count) {
    write(tenant, count);
    in(tenant, () -> { chain.sealAll(); return 0; });
  }

  private Verification verify(String tenant, List<Anchor> anchors) {
    return in(tenant, () -> { chain.sealAll(); return chain.verify(anchors); });
  }

  private UUID sealed(String tenant, int number) {
    return owner().sql("select record from audit_seal where tenant = :t and number = :n").param("t", tenant).param("n", number)
        .query(UUID.class).single();
  }

  private JdbcClient owner() {
    return Owner.of(flyway);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("waited too long");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T in(String tenant, java.util.concurrent.Callable<T> work) {
    try {
      return Tenancy.call(tenant, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
