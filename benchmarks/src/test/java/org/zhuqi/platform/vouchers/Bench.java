package org.zhuqi.platform.vouchers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ZhuqiApplication;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.CreditCode;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyClass;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

/** The whole application on its own durable PostgreSQL, with a budget, batches and holders to measure with. */
final class Bench implements AutoCloseable {
  static final String TENANT = "guiyang";
  private static final Actor BUREAU =
      new Actor(Ids.next(), "主管部门", Role.BUREAU, null, "GUIYANG_BUREAU", Set.of("GUIYANG"));
  private static final Actor CENTRE = new Actor(Ids.next(), "服务中心", Role.CENTRE, null, "CENTRE", Set.of("GUIYANG"));
  private static final Actor FINANCE =
      new Actor(Ids.next(), "财政部门", Role.FINANCE, null, "GUIYANG_FINANCE", Set.of("GUIYANG"));

  final ConfigurableApplicationContext app;
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  private int year = 3000;
  private int parties;

  Bench(int callers) {
    app =
        SpringApplication.run(
            ZhuqiApplication.class,
            "--server.port=0",
            "--zhuqi.home=target/home",
            "--zhuqi.database.name=bench_" + System.currentTimeMillis(),
            "--zhuqi.database.pool-size=" + (callers + 4),
            "--zhuqi.demo=false",
            "--zhuqi.clock.movable=true",
            "--db-scheduler.enabled=false",
            "--logging.level.root=warn");
    jdbc = app.getBean(JdbcClient.class);
    transactions = app.getBean(TransactionTemplate.class);
  }

  <T> T as(Callable<T> work) {
    try {
      return Tenancy.call(TENANT, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T in(Callable<T> work) {
    return as(
        () ->
            Objects.requireNonNull(
                transactions.execute(
                    s -> {
                      try {
                        return work.call();
                      } catch (RuntimeException e) {
                        throw e;
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    })));
  }

  /** An open batch with room for every claim of a round. */
  UUID batch(String yuan) {
    Budgets budgets = app.getBean(Budgets.class);
    Batches batches = app.getBean(Batches.class);
    LocalDateTime now = LocalDateTime.now(app.getBean(Clock.class));
    PlanBudget plan = new PlanBudget("GYV", "GUIYANG", ++year, Money.of(yuan), "benchmark");
    UUID line = as(() -> budgets.confirm(FINANCE, budgets.plan(BUREAU, plan).orThrow()).orThrow());
    PlanBatch batch =
        new PlanBatch(
            line, new Text("压测批次", "Benchmark"), Money.of(yuan), Guide.builder().validityDays(180).build(),
            now.minusMinutes(1), now.plusDays(30), paper(), paper());
    return as(() -> batches.open(BUREAU, batches.plan(BUREAU, batch).orThrow()).orThrow());
  }

  private UUID paper() {
    byte[] pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    return as(
        () ->
            app.getBean(Documents.class).store(BUREAU, null, "plan", "p.pdf", new ByteArrayInputStream(pdf), null).orThrow());
  }

  /** Enterprises that may claim, copied from one by a single statement. */
  List<Actor> holders(int count) {
    RegisterParty one =
        new RegisterParty(
            code(), "企业", Set.of(PartyKind.HOLDER_ENTERPRISE), PartyClass.COMPANY.code(), "520115", LocalDate.of(2015, 1, 1),
            "equipment", true, true, "联系人", "13800000000", null, "工业园区 1 号", null, null, null, null, null);
    UUID template = as(() -> app.getBean(Parties.class).register(Actor.SYSTEM, one).orThrow());
    as(() -> app.getBean(Parties.class).verify(CENTRE, template, true, "benchmark"));
    List<UUID> ids = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(Ids.next());
      codes.add(code());
    }
    in(
        () -> {
          String rest =
              String.join(
                  ", ",
                  jdbc.sql(
                          """
                          select column_name from information_schema.columns where table_name = 'party'
                             and column_name not in ('id', 'credit_code', 'name') and is_generated = 'NEVER'""")
                      .query(String.class)
                      .list());
          return jdbc.sql(
                  "insert into party (id, credit_code, name, " + rest + ") select n.id, n.code, '企业' || n.code, " + rest
                      + " from party p, unnest(?::uuid[], ?::text[]) as n(id, code) where p.id = ?")
              .param(ids.toArray(UUID[]::new))
              .param(codes.toArray(String[]::new))
              .param(template)
              .update();
        });
    return ids.stream().map(id -> new Actor(Ids.next(), "企业", Role.ENTERPRISE, id, null, Set.of())).toList();
  }

  private String code() {
    return CreditCode.complete("91520100", "%08d".formatted(++parties)).value();
  }

  /** What only the schema's owner may do: make the tables of the bare peer, and keep statistics and disk tidy between rounds. */
  void owner(String... sql) {
    try (Connection app = this.app.getBean(DataSource.class).getConnection();
        Connection c =
            DriverManager.getConnection(
                app.getMetaData().getURL(), "zhuqi_owner",
                Files.readString(Path.of("target/home/database/password")).strip());
        var s = c.createStatement()) {
      for (String one : sql) s.execute(one);
    } catch (SQLException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    app.close();
  }
}
