package org.zhuqi.platform.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;

/**
 * The audit trail. Call it in the transaction of the act: the record stands if, and only if, the act does.
 *
 * <p>One statement for any number of entries. Records can be neither changed nor removed, and are sealed in a hash chain
 * within seconds (see {@link AuditChain}).
 */
@Service
public class AuditTrail {
  private final AuditStore store;
  private final Clock clock;

  AuditTrail(AuditStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Records one act; see {@link AuditEntry} for the parts. */
  @Transactional
  public void record(
      Actor by,
      String act,
      String subjectKind,
      UUID subject,
      @Nullable String provision,
      String grounds,
      Map<String, ?> details) {
    recordAll(List.of(new AuditEntry(by, act, subjectKind, subject, provision, grounds, details)));
  }

  /** Records any number of acts by one statement. */
  @Transactional
  public void recordAll(List<AuditEntry> entries) {
    if (entries.isEmpty()) return;
    // PostgreSQL keeps microseconds; what is hashed later must be what is kept.
    OffsetDateTime at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    store.insert(entries.stream().map(e -> asRecord(e, at)).toList());
  }

  private static AuditRecord asRecord(AuditEntry e, OffsetDateTime at) {
    return new AuditRecord(
        Ids.next(), at, e.by().account(), e.by().name(), e.by().role().name(), e.by().party(), e.by().agency(), e.act(),
        e.subjectKind(), e.subject(), e.provision(), e.grounds(), new LinkedHashMap<>(e.details()));
  }

  /** What was done to one thing, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditRecord> of(UUID subject) {
    return store.of(subject);
  }

  /** @throws NotFoundException for an id that does not exist */
  @Transactional(readOnly = true)
  public SealedRecord get(UUID id) {
    return store.get(id).orElseThrow(() -> new NotFoundException("audit record " + id));
  }

  /** The acts that occur, for a filter's choice. */
  @Transactional(readOnly = true)
  public List<String> acts() {
    return store.acts();
  }

  /** What the system did by itself since a business moment, counted by act and day. */
  @Transactional(readOnly = true)
  public List<SystemAct> bySystemSince(OffsetDateTime moment) {
    return store.bySystemSince(moment);
  }

  /** A record with its seal; null while it waits for one. */
  public record SealedRecord(AuditRecord record, @Nullable Long number, @Nullable String hash, @Nullable OffsetDateTime sealedAt) {}

  /** @param grounds of one of them, as an example */
  public record SystemAct(LocalDate day, String act, String grounds, @Nullable String provision, long count) {}
}
