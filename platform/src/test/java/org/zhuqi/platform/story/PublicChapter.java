package org.zhuqi.platform.story;

/** What everybody sees before anything happens: the home page, the door, the measure article by article. */
final class PublicChapter {
  private final Scene scene;

  PublicChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    Person visitor = scene.visitor().at("/").sees("2024 年第二批助企券");
    scene.picture(visitor, "home");
    visitor.goes("办法").follows("工业企业和工业项目助企券").sees("GYV-14-1");
    scene.picture(visitor, "measure");
    scene.picture(visitor.at("/sign-in").sees("点一下就以此人进入"), "sign-in");
  }
}
