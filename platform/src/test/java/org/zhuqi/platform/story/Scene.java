package org.zhuqi.platform.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The town in which the story plays: its people, its visitors, its clock, and whoever takes pictures. */
final class Scene {
  private static final double YEAR = 150_000;

  private final String base;
  private final Supplier<Page> window;
  private final Map<String, Person> people = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Scene(String base, Supplier<Page> window) {
    this.base = base;
    this.window = window;
  }

  /** The person of that login, just come in. */
  Person as(String login) {
    return people.computeIfAbsent(login, l -> new Person(window.get(), base, l)).comesIn();
  }

  /** Somebody who never signs in. */
  Person visitor() {
    return people.computeIfAbsent("", l -> new Person(window.get(), base, l));
  }

  /** By the button of the clock's page. */
  void passes(String button) {
    Person presenter = visitor().at("/demo/clock").presses(button);
    arrived(presenter);
  }

  /** By the field of the clock's page. */
  void itIs(String minute) {
    Person presenter = visitor().at("/demo/clock").writes("moment", minute).presses("拨到此刻");
    arrived(presenter);
  }

  private static void arrived(Person presenter) {
    presenter.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("拨到此刻"))
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE).setTimeout(YEAR));
  }

  /** Keeps a picture of the page at the width of a desk and of a phone, when {@code -Dzhuqi.screenshots=<folder>} asks for it. */
  void picture(Person of, String name) {
    String folder = System.getProperty("zhuqi.screenshots");
    if (folder == null || folder.isBlank() || !taken.add(name)) return;
    Page page = of.page();
    shoot(page, Path.of(folder, name + ".png"));
    page.setViewportSize(390, 844);
    page.waitForTimeout(600); // charts are drawn anew for the width
    shoot(page, Path.of(folder, name + "-phone.png"));
    page.setViewportSize(1280, 900);
  }

  private static void shoot(Page page, Path to) {
    page.evaluate("() => { if (document.activeElement) document.activeElement.blur(); window.scrollTo({top: 0, behavior: 'instant'}); }");
    int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
    int width = page.viewportSize().width;
    page.screenshot(
        new Page.ScreenshotOptions().setPath(to).setFullPage(true).setClip(0, 0, width, Math.min(height, width == 390 ? 1800 : 1500)));
  }
}
