package org.zhuqi.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;

/**
 * One person of the demo at a window of their own, who does everything by clicking and typing.
 *
 * <p>An act that leads to another page waits until that page is there, so that a story needs no pauses. Sessions end when
 * the demo clock jumps: whoever comes back signs in anew, by {@link #comesIn()}.
 */
final class Person {
  private static final double PATIENCE = 20_000;
  /** A chooser that has just been loaded into its form listens only a moment later; nobody clicks that fast. */
  private static final String LISTENS = "e => ((e['htmx-internal-data'] || {}).listenerInfos || []).length > 0";

  private final Page page;
  private final String base;
  private final String login;
  private int pages;
  private int clicks;

  Person(Page page, String base, String login) {
    this.page = page;
    this.base = base;
    this.login = login;
    page.onDOMContentLoaded(p -> pages++);
  }

  Page page() {
    return page;
  }

  /** Clicks since the person came in. */
  int clicks() {
    return clicks;
  }

  /** By one click on the sign-in page of the demo. */
  Person comesIn() {
    page.context().clearCookies();
    at("/sign-in");
    leads(() -> page.locator("form[action='/demo/sign-in']:has(input[name=login][value='" + login + "']) button").click());
    clicks = 0;
    return sees("工作台");
  }

  Person at(String path) {
    page.navigate(base + path);
    return this;
  }

  /** Opens an entry of the navigation. */
  Person goes(String entry) {
    return leads(() -> page.locator("#nav").getByRole(AriaRole.LINK, exactly(entry)).click());
  }

  /** Opens the link whose words contain these, in the page proper. */
  Person follows(String words) {
    return leads(() -> page.locator("#main a").filter(new Locator.FilterOptions().setHasText(words)).first().click());
  }

  /** Opens the row of a list that has these words. */
  Person opens(String words) {
    return leads(() -> page.locator("#main tr").filter(new Locator.FilterOptions().setHasText(words)).first().locator("a").first().click());
  }

  Person presses(String label) {
    return leads(() -> button(label).click());
  }

  /** Presses what cannot be undone, and says yes when asked. */
  Person pressesAndConfirms(String label) {
    button(label).click();
    clicks++;
    return leads(() -> page.locator("[data-dialog-yes]").click());
  }

  /** Presses a button of the card that has this title. */
  Person pressesIn(String card, String label) {
    return leads(() -> card(card).getByRole(AriaRole.BUTTON, exactly(label)).first().click());
  }

  Person unfoldsIn(String card, String summary) {
    card(card).locator("summary:has-text('" + summary + "')").first().click();
    return this;
  }

  private Locator card(String title) {
    return page.locator("#main section.zq-card:has(h2:has-text('" + title + "'))").first();
  }

  private Locator button(String label) {
    return page.locator("#main").getByRole(AriaRole.BUTTON, exactly(label)).first();
  }

  /** Unfolds what the page keeps folded. */
  Person unfolds(String summary) {
    Locator details = page.locator("#main details:has(> summary:has-text('" + summary + "'))").first();
    if (details.getAttribute("open") == null) details.locator("> summary").first().click();
    return this;
  }

  Person writes(String field, String value) {
    named(field).fill(value);
    return this;
  }

  Person chooses(String field, String value) {
    Locator found = page.locator("#main [name='" + field + "']");
    if (found.first().evaluate("f => f.tagName").equals("SELECT")) found.first().selectOption(value);
    else page.locator("#main [name='" + field + "'][value='" + value + "']").first().check();
    return this;
  }

  /** Chooses what is called so, in a list to choose from or among radio buttons. */
  Person choosesByName(String field, String label) {
    Locator select = page.locator("#main select[name='" + field + "']");
    if (select.count() > 0) select.selectOption(new SelectOption().setLabel(label));
    else page.locator("#main label:has(input[name='" + field + "'])").filter(new Locator.FilterOptions().setHasText(label)).first().click();
    return this;
  }

  /** Chooses the first radio button whose value begins so. */
  Person choosesBeginning(String field, String start) {
    page.locator("#main input[name='" + field + "'][value^='" + start + "']").first().check();
    return this;
  }

  /** Ticks the row of a list that has these words. */
  Person picks(String words) {
    page.locator("#main tr").filter(new Locator.FilterOptions().setHasText(words)).first().locator("[data-choose]").check();
    return this;
  }

  Person ticks(String field) {
    named(field).check();
    return this;
  }

  /** A file into a field that asks for one. */
  Person hands(String field, String name, byte[] content) {
    named(field).setInputFiles(file(name, content));
    return this;
  }

  /** A file into the chooser of papers: it is stored at once, and chosen. */
  Person uploads(String field, String name, byte[] content) {
    Locator chooser = named("file." + field);
    page.waitForCondition(() -> Boolean.TRUE.equals(chooser.evaluate(LISTENS)));
    chooser.setInputFiles(file(name, content));
    Locator stored = page.locator("label:has(input[name='" + field + "']:checked)").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(stored.first()).isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(PATIENCE));
    return this;
  }

  private static FilePayload file(String name, byte[] content) {
    String type = name.endsWith(".xml") ? "text/xml" : name.endsWith(".csv") ? "text/csv" : "application/pdf";
    return new FilePayload(name, type, content);
  }

  private Locator named(String field) {
    return page.locator("#main [name='" + field + "']").first();
  }

  Person sees(String... words) {
    for (String w : words) {
      assertThat(page.locator("#main")).containsText(w, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }
    return this;
  }

  Person seesNot(String words) {
    assertThat(page.locator("#main")).not().containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    return this;
  }

  /** What the page says in the row of a table, or the entry of a list, that has these words. */
  String row(String words) {
    List<String> rows = page.locator("#main tr, #main li").filter(new Locator.FilterOptions().setHasText(words)).allInnerTexts();
    return String.join("\n", rows);
  }

  private Person leads(Runnable act) {
    int before = pages;
    act.run();
    clicks++;
    page.waitForCondition(() -> pages > before);
    return this;
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
