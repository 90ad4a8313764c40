package org.zhuqi.platform.crash;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.ZhuqiApplication;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Tenancy;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.vouchers.ClaimDesk;

/**
 * A process that is made to be killed: it checks what the one before it left behind, then claims until somebody kills it.
 *
 * <p>Arguments: home folder, file with the lines that earlier processes printed, and the round (0 to check and end).
 */
final class ClaimingProcess {
  private static final int CLAIMANTS = 32;

  private ClaimingProcess() {}

  public static void main(String[] args) throws Exception {
    int round = Integer.parseInt(args[2]);
    try (ConfigurableApplicationContext app = start(Path.of(args[0]))) {
      System.out.println("ready " + ManagementFactory.getRuntimeMXBean().getUptime());
      List<String> lines = Files.readAllLines(Path.of(args[1]));
      String seen = lines.isEmpty() ? "nothing yet" : Tenancy.call("guiyang", () -> new Aftermath(app).check(lines));
      System.out.println("checked " + seen);
      if (round > 0) claimUntilKilled(app, round);
    } catch (Throwable e) {
      e.printStackTrace(System.out);
      System.exit(1);
    }
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(Path home) {
    return new SpringApplicationBuilder(ZhuqiApplication.class)
        .run(
            "--zhuqi.home=" + home, "--server.port=0", "--zhuqi.demo=false", "--zhuqi.clock.movable=true",
            "--logging.level.root=warn");
  }

  private static void claimUntilKilled(ConfigurableApplicationContext app, int round) throws Exception {
    ClaimDesk desk = app.getBean(ClaimDesk.class);
    List<Actor> holders = Tenancy.call("guiyang", () -> new Claimants(app).register(CLAIMANTS));
    UUID batch = Tenancy.call("guiyang", () -> new Claimants(app).openBatch(2100 - round));
    for (Actor holder : holders) {
      Thread.ofPlatform().start(() -> Tenancy.run("guiyang", () -> claimForEver(desk, holder, batch)));
    }
    Thread.sleep(Long.MAX_VALUE);
  }

  private static void claimForEver(ClaimDesk desk, Actor holder, UUID batch) {
    while (true) {
      // Now and then more than a holder's year allows: a refusal is an answer too, and must survive like one.
      boolean tooMuch = ThreadLocalRandom.current().nextInt(20) == 0;
      Line ask = new Line("ask", Ids.next().toString(), holder.partyOrThrow(), batch, tooMuch ? 600_000_000 : 10_00, "");
      System.out.println(ask);
      ClaimAnswer answer = desk.claim(holder, batch, new Money(ask.fen()), ask.key());
      System.out.println(ask.acknowledged(answer));
    }
  }
}
