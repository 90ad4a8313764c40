package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Where the writer's time goes: samples its stack while 32 callers claim. Run by name; no part of the benchmark. */
class DeskProfile {
  @Test
  void sample() throws InterruptedException {
    try (Bench bench = new Bench(32)) {
      List<Actor> holders = bench.holders(20_000);
      ClaimDesk desk = bench.app.getBean(ClaimDesk.class);
      UUID batch = bench.batch("90000000");
      String run = "x" + Ids.next();
      java.util.function.IntConsumer claim =
          i -> {
            Actor h = holders.get(i % holders.size());
            bench.as(() -> desk.claim(h, batch, Money.of("1"), run + i));
          };
      Load.run(32, 6, claim);
      bench.owner("vacuum (analyze)");
      Map<String, Integer> where = new TreeMap<>();
      AtomicBoolean on = new AtomicBoolean(true);
      Thread writer =
          Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("claim-desk")).findFirst().orElseThrow();
      Thread sampler =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (on.get()) {
                      where.merge(place(writer.getStackTrace()), 1, Integer::sum);
                      try {
                        Thread.sleep(2);
                      } catch (InterruptedException e) {
                        return;
                      }
                    }
                  });
      String again = "y" + Ids.next();
      Load.Result r =
          Load.run(
              32, 12,
              i -> {
                Actor h = holders.get(i % holders.size());
                bench.as(() -> desk.claim(h, batch, Money.of("1"), again + i));
              });
      on.set(false);
      sampler.join();
      int all = where.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf("profile: %.0f/s, cpu %.0f us%n", r.perSecond(), r.cpuMicros());
      where.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(30)
          .forEach(e -> System.out.printf("profile: %5.1f %% %s%n", 100.0 * e.getValue() / all, e.getKey()));
    }
  }

  private static String place(StackTraceElement[] stack) {
    boolean io = false;
    StringBuilder own = new StringBuilder();
    int n = 0;
    for (StackTraceElement f : stack) {
      if (f.getClassName().contains("NioSocketImpl") || f.getClassName().contains("SocketDispatcher")) io = true;
      if (f.getClassName().startsWith("org.zhuqi") && !f.getClassName().contains("$$") && n < 2) {
        own.append(' ').append(f.getClassName().replaceAll(".*\\.", "")).append('.').append(f.getMethodName());
        n++;
      }
    }
    boolean commit = java.util.Arrays.stream(stack).anyMatch(f -> f.getMethodName().equals("doCommit"));
    return (io ? "db " : "java ") + (commit ? "COMMIT" : own);
  }
}
