package org.zhuqi.platform.vouchers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** So many callers, each waiting for its answer before it asks again, for so many seconds. */
final class Load {
  private Load() {}

  /**
   * @param millis99 time within which 99 of 100 answers came
   * @param cpuMicros processor time per claim of this JVM and of PostgreSQL together: the figure that a busy machine changes
   *     least
   */
  record Result(double perSecond, double millis50, double millis99, long claims, double cpuMicros) {}

  /** Of this process, of PostgreSQL, which has left the family, and of all that they started. */
  private static double cpuMicros() {
    return Stream.of(ProcessHandle.current(), postmaster())
            .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
            .flatMap(p -> p.info().totalCpuDuration().stream())
            .mapToLong(Duration::toNanos)
            .sum()
        / 1e3;
  }

  private static ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(Path.of("target/home/database/data/postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Result run(int callers, int seconds, IntConsumer claim) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicLong failed = new AtomicLong();
    long[][] times = new long[callers][];
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[callers];
    long[] end = new long[1];
    for (int c = 0; c < callers; c++) {
      int caller = c;
      threads[c] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    long[] mine = new long[1 << 16];
                    int n = 0;
                    try {
                      start.await();
                      while (System.nanoTime() < end[0]) {
                        long t = System.nanoTime();
                        claim.accept(next.getAndIncrement());
                        mine[n++] = System.nanoTime() - t;
                      }
                    } catch (InterruptedException | RuntimeException e) {
                      failed.incrementAndGet();
                      e.printStackTrace();
                    }
                    times[caller] = Arrays.copyOf(mine, n);
                  });
    }
    double cpu = cpuMicros();
    long began = System.nanoTime();
    end[0] = began + seconds * 1_000_000_000L;
    start.countDown();
    for (Thread t : threads) t.join();
    double took = (System.nanoTime() - began) / 1e9;
    if (failed.get() > 0) throw new IllegalStateException(failed + " callers failed");
    long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(
        all.length / took, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6, all.length,
        (cpuMicros() - cpu) / all.length);
  }
}
