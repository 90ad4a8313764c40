package org.zhuqi.platform.web.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** The table of answers that were given, by account and key. All methods join the caller's transaction. */
@Component
class KeptAnswers implements DueWork {
  private static final int DAYS = 30;
  private final JdbcClient jdbc;
  private final Clock clock;

  KeptAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Kept(byte[] requestHash, int status, Map<String, String> headers, byte[] body) {}

  /**
   * Takes the key for this transaction. A concurrent request with the same key waits here until the first is through.
   *
   * @return false when the key has been used: then {@link #answer} has what was said
   */
  boolean take(UUID account, String key, byte[] requestHash) {
    return jdbc.sql(
                """
                insert into idempotency_key (account, key, request_hash, kept_on)
                values (:account, :key, :hash, :today) on conflict do nothing""")
            .param("account", account)
            .param("key", key)
            .param("hash", requestHash)
            .param("today", LocalDate.now(clock))
            .update()
        == 1;
  }

  void keep(UUID account, String key, int status, Map<String, String> headers, byte[] body) {
    jdbc.sql(
            """
            update idempotency_key set status = :status, headers = :headers::jsonb, body = :body
             where account = :account and key = :key""")
        .param("status", status)
        .param("headers", Json.write(headers))
        .param("body", body)
        .param("account", account)
        .param("key", key)
        .update();
  }

  Kept answer(UUID account, String key) {
    return jdbc.sql("select request_hash, status, headers, body from idempotency_key where account = :account and key = :key")
        .param("account", account)
        .param("key", key)
        .query(KeptAnswers::read)
        .single();
  }

  private static Kept read(ResultSet row, int number) throws SQLException {
    return new Kept(
        row.getBytes("request_hash"),
        row.getInt("status"),
        Json.read(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
        row.getBytes("body"));
  }

  /** Nobody retries after thirty days. */
  @Override
  public void run(LocalDate today) {
    jdbc.sql("delete from idempotency_key where kept_on < :before").param("before", today.minusDays(DAYS)).update();
  }

  @Override
  public int order() {
    return 900;
  }
}
