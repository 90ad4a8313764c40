package org.zhuqi.platform.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.DueWork;

/** Each day removes what nothing refers to: uploads broken off, content whose transaction failed, papers never used. */
@Component
class UnusedContent implements DueWork {
  private static final int KEEP_DAYS = 7;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final DocumentStore store;
  private final ContentStore contents;

  UnusedContent(DocumentStore store, ContentStore contents) {
    this.store = store;
    this.contents = contents;
  }

  @Override
  public void run(LocalDate today) {
    // Files carry the machine's own time, not the business clock's.
    Instant dayAgo = Instant.now().minus(Duration.ofDays(1));
    store.deleteUnused(today.minusDays(KEEP_DAYS).atStartOfDay(ZONE).toOffsetDateTime());
    contents.discardIncoming(dayAgo);
    for (String sha : contents.olderThan(dayAgo)) {
      if (store.isKept(sha)) continue;
      // Somebody may be storing the same content right now: wait for them, then look again.
      store.lock(sha);
      if (!store.isKept(sha)) contents.delete(sha);
    }
  }

  @Override
  public int order() {
    return 900;
  }
}
