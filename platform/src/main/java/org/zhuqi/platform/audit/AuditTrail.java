package org.zhuqi.platform.audit;

import java.time.Clock;
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

  /** Records by filter, newest first. */
  @Transactional(readOnly = true)
  public List<AuditRecord> find(AuditFilter filter, int limit, int offset) {
    return store.find(filter, limit, offset);
  }

  /** How many a filter finds. */
  @Transactional(readOnly = true)
  public long count(AuditFilter filter) {
    return store.count(filter);
  }

  /** Hands every record of a filter to the reader one by one, newest first, however many they are. */
  @Transactional(readOnly = true)
  public void each(AuditFilter filter, java.util.function.Consumer<AuditRecord> reader) {
    store.each(filter, reader);
  }

  /** The acts that occur, for a filter's choice. */
  @Transactional(readOnly = true)
  public List<String> acts() {
    return store.acts();
  }
}
