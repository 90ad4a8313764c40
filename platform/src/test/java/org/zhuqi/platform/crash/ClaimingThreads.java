package org.zhuqi.platform.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Tenancy;
import org.zhuqi.platform.vouchers.ClaimDesk;

/** Holders who claim without pause, each claim under a key of its own, and remember what they asked and were told. */
final class ClaimingThreads implements AutoCloseable {
  private static final AtomicInteger YEAR = new AtomicInteger(2040);
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final ClaimDesk desk;
  private volatile boolean open = true;

  ClaimingThreads(ApplicationContext app) throws Exception {
    desk = app.getBean(ClaimDesk.class);
    UUID batch = Tenancy.call("guiyang", () -> new Claimants(app).openBatch(YEAR.getAndIncrement()));
    for (Actor holder : Tenancy.call("guiyang", () -> new Claimants(app).register(16))) {
      threads.add(Thread.ofPlatform().start(() -> Tenancy.run("guiyang", () -> claim(holder, batch))));
    }
  }

  private void claim(Actor holder, UUID batch) {
    while (open) {
      Line ask = new Line("ask", Ids.next().toString(), holder.partyOrThrow(), batch, 10_00, "");
      lines.add(ask.toString());
      try {
        lines.add(ask.acknowledged(desk.claim(holder, batch, new Money(ask.fen()), ask.key())).toString());
        acknowledged.incrementAndGet();
      } catch (RuntimeException e) {
        // Not answered: it stays asked, and is asked again by the aftermath.
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitAcknowledged(int claims) throws InterruptedException {
    int target = acknowledged.get() + claims;
    for (int i = 0; i < 600 && acknowledged.get() < target; i++) TimeUnit.MILLISECONDS.sleep(100);
    if (acknowledged.get() < target) throw new AssertionError("claims are not answered");
  }

  /** What was asked and told, when the last has been answered. */
  List<String> stop() throws InterruptedException {
    close();
    return List.copyOf(lines);
  }

  @Override
  public void close() throws InterruptedException {
    open = false;
    for (Thread t : threads) t.join();
  }
}
