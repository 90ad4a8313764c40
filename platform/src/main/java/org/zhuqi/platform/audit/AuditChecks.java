package org.zhuqi.platform.audit;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import tools.jackson.core.JacksonException;

/**
 * Verifications of the trail, asked for on a page and carried out by a job: a trail of years takes minutes, and nobody has to
 * wait in front of it. Once a day one is begun by itself.
 */
@Service
public class AuditChecks {
  private static final Duration EVERY = Duration.ofDays(1);
  private final JdbcClient jdbc;
  private final AuditChain chain;

  AuditChecks(JdbcClient jdbc, AuditChain chain) {
    this.jdbc = jdbc;
    this.chain = chain;
  }

  /**
   * Asks for a verification.
   *
   * @param anchor an anchor kept elsewhere, as it was exported; null for none
   * @return the check's id; or {@code anchor_unreadable}
   */
  @Transactional
  public Outcome<UUID> ask(Actor by, @Nullable String anchor) {
    by.mustBe(Role.AUDITOR, Role.ADMIN);
    if (anchor != null && read(anchor) == null) {
      return Outcome.refused(
          Refusal.of("anchor_unreadable", "锚点的内容无法识别。", "The anchor cannot be read.")
              .remedy("请粘贴此前导出的锚点文件的全部内容。", "Paste the whole content of an anchor file exported earlier.")
              .at("anchor"));
    }
    return Outcome.done(insert(by.name(), anchor));
  }

  private UUID insert(String by, @Nullable String anchor) {
    UUID id = Ids.next();
    jdbc.sql("insert into audit_check (id, asked_by, anchor) values (:id, :by, :anchor::jsonb)")
        .param("id", id)
        .param("by", by)
        .param("anchor", anchor)
        .update();
    return id;
  }

  private static @Nullable Anchor read(String json) {
    try {
      Anchor anchor = Json.read(json, Anchor.class);
      return anchor.tenant() == null || anchor.hash() == null || anchor.number() <= 0 ? null : anchor;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<AuditCheck> latest(int limit) {
    return jdbc.sql("select * from audit_check order by asked_at desc limit :limit")
        .param("limit", limit)
        .query(AuditCheck.class)
        .list();
  }

  /** Carries out what was asked for, and begins the daily one when it is due. One instance at a time does it. */
  @Transactional
  public void carryOut() {
    if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit_check:' || current_tenant(), 0))").query(Boolean.class).single()) {
      return;
    }
    if (latest(1).stream().noneMatch(c -> c.askedAt().isAfter(OffsetDateTime.now(java.time.ZoneOffset.UTC).minus(EVERY)))) {
      insert(Actor.SYSTEM.name(), null);
    }
    Optional<AuditCheck> next;
    while ((next = next()).isPresent()) done(next.get());
  }

  private Optional<AuditCheck> next() {
    return jdbc.sql("select * from audit_check where done_at is null order by asked_at limit 1").query(AuditCheck.class).optional();
  }

  private void done(AuditCheck check) {
    Anchor anchor = check.anchor() == null ? null : read(check.anchor());
    Verification v = chain.verify(anchor == null ? List.of() : List.of(anchor));
    Verification.Broken broken = v.broken();
    Text said = broken == null ? null : broken.sentence();
    jdbc.sql(
            """
            update audit_check set done_at = clock_timestamp(), sealed = :sealed, waiting = :waiting, kind = :kind,
                   number = :number, record = :record, said_zh = :zh, said_en = :en where id = :id""")
        .param("sealed", v.sealed())
        .param("waiting", v.waiting())
        .param("kind", broken == null ? null : broken.kind().name())
        .param("number", broken == null ? null : broken.number())
        .param("record", broken == null ? null : broken.record())
        .param("zh", said == null ? null : said.zh())
        .param("en", said == null ? null : said.en())
        .param("id", check.id())
        .update();
  }
}
