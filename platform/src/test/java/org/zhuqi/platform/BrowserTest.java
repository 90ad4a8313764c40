package org.zhuqi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in a real Chromium against the running application.
 *
 * <p>{@link #desk()} opens a window of 1280 × 900, {@link #phone()} one of 390 × 844. A page that logs an error (a script
 * that the content security policy blocked, a file that is missing) fails the test. Where Chromium lies elsewhere than at
 * {@code /usr/bin/chromium}, say so by {@code -Dzhuqi.chromium=…}.
 */
public abstract class BrowserTest extends PlatformTest {
  private static final Path SCREENS = Path.of("target/screens");
  private static final Chromium CHROMIUM = new Chromium();

  @LocalServerPort private int port;
  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /** One browser for all tests of a JVM; it ends with it. */
  private static final class Chromium {
    private @org.jspecify.annotations.Nullable Browser browser;

    synchronized Browser get() {
      Browser started = browser;
      if (started == null) {
        Path at = Path.of(System.getProperty("zhuqi.chromium", "/usr/bin/chromium"));
        assertThat(at).as("Chromium is needed: apt-get install -y chromium fonts-noto-cjk").exists();
        started =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(at).setArgs(List.of("--no-sandbox", "--disable-gpu")));
        browser = started;
      }
      return started;
    }
  }

  protected String url(String path) {
    return "http://localhost:" + port + path;
  }

  protected Page desk() {
    return open(1280, 900, ColorScheme.LIGHT);
  }

  protected Page phone() {
    return open(390, 844, ColorScheme.LIGHT);
  }

  protected Page open(int width, int height, ColorScheme colours) {
    BrowserContext window =
        CHROMIUM.get().newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN").setColorScheme(colours));
    windows.add(window);
    Page page = window.newPage();
    page.onConsoleMessage(m -> {
      // An answer of 422 is logged by the browser as an error; to us it is an answer.
      if (m.type().equals("error") && !m.text().contains("status of 4")) complaints.add(page.url() + ": " + m.text());
    });
    page.onPageError(e -> complaints.add(page.url() + ": " + e));
    return page;
  }

  /** For looking at: target/screens/&lt;name&gt;.png, the whole page. */
  protected void photograph(Page page, String name) {
    try {
      Files.createDirectories(SCREENS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
  }

  /** axe-core finds nothing, and nothing has to be scrolled sideways. */
  protected void assertAccessible(Page page) {
    page.evaluate(axe());
    Object found =
        page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                + ".map(v => v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.target.join(' ') + ' {' + n.failureSummary + '}').slice(0, 3).join('; '))");
    assertThat((List<?>) Objects.requireNonNull(found)).as("accessibility of %s", page.url()).isEmpty();
    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s fits its window", page.url())
        .isTrue();
  }

  @AfterEach
  void close() {
    windows.forEach(BrowserContext::close);
    windows.clear();
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  private static String axe() {
    try (InputStream in = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
