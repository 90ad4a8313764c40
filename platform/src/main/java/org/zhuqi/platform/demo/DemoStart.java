package org.zhuqi.platform.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Tenancy;

/** Plays the story once, before the first start is ready; later starts find it in the database. */
class DemoStart implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

  private final Tenants tenants;
  private final Cast cast;
  private final Story story;

  DemoStart(Tenants tenants, Cast cast, Story story) {
    this.tenants = tenants;
    this.cast = cast;
    this.story = story;
  }

  @Override
  public void run(ApplicationArguments args) {
    Tenancy.run(tenants.all().getFirst().code(), this::play);
  }

  private void play() {
    if (cast.exists()) return;
    long start = System.nanoTime();
    story.play();
    log.info("The demo's story was played in {} ms", (System.nanoTime() - start) / 1_000_000);
  }
}
