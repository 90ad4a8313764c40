package org.zhuqi.platform.demo;

import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Tenancy;

/**
 * Plays the story once, before the first start listens: who sees a page sees the whole demo. Later starts find it in the
 * database.
 */
class DemoStart implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

  private final Tenants tenants;
  private final Cast cast;
  private final Stage stage;
  private final Story story;
  private volatile boolean running;

  DemoStart(Tenants tenants, Cast cast, Stage stage, Story story) {
    this.tenants = tenants;
    this.cast = cast;
    this.stage = stage;
    this.story = story;
  }

  /** After the claim desk, which the story needs, and before the web server. */
  @Override
  public int getPhase() {
    return 1;
  }

  @Override
  public void start() {
    Tenancy.run(tenants.all().getFirst().code(), this::play);
    running = true;
  }

  private void play() {
    if (!cast.exists()) {
      long start = System.nanoTime();
      story.play();
      log.info("The demo's story was played in {} ms", (System.nanoTime() - start) / 1_000_000);
    } else if (LocalDateTime.now(stage.clock()).isBefore(Story.END)) {
      // The clock goes only forward from there, so it stands before only if the first start was stopped half-way.
      throw new IllegalStateException(
          "演示数据只做了一半（首次启动被中断）。请删除 .data 文件夹后重新启动。 "
              + "The first start was stopped while it made the demo. Delete the folder .data and start again.");
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
