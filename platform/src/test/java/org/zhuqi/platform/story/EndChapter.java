package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

/** The last minutes of 2025: a form left open over midnight is answered by GYV-14-1, and nothing is offered any more. */
final class EndChapter {
  private final Scene scene;

  EndChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    scene.itIs("2025-12-31T23:50");
    Person baicao = scene.as("baicao").goes("可领的券").sees(VoucherChapter.BATCH);
    scene.itIs("2026-01-01T00:05");
    baicao.pressesIn(VoucherChapter.BATCH, "领取").sees("没有办成", "GYV-14-1");
    scene.picture(baicao, "measure-ended");
    baicao.goes("可领的券");
    assertThat(baicao.page().locator("#main button:has-text('领取')").count()).isZero();
  }
}
