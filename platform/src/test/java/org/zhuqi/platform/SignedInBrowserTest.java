package org.zhuqi.platform;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** A browser test of somebody who signs in by the page, with an account of the test's own. */
public abstract class SignedInBrowserTest extends BrowserTest {
  protected static final String PASSWORD = "Correct-Horse-7";
  private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

  @Autowired protected Accounts accounts;
  @Autowired protected Parties parties;

  /** The login of a new official. */
  protected String official(Role role, String... funders) {
    String login = "browser" + NEXT.incrementAndGet();
    asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login, role.label().zh() + "王敏", role, "CENTRE", Set.of(funders)).withPassword(PASSWORD)).orThrow());
    return login;
  }

  /** The login of a new institution's account. */
  protected String institution() {
    String login = "browser" + NEXT.incrementAndGet();
    asTenant(
        () -> {
          var party = parties.register(Actor.SYSTEM, PartyFixtures.anInstitution()).orThrow();
          return accounts.open(Actor.SYSTEM, OpenAccount.ofParty(login, "李静", party, Set.of(Role.INSTITUTION)).withPassword(PASSWORD)).orThrow();
        });
    return login;
  }

  protected Actor actor(String login) {
    return asTenant(() -> accounts.actor(accounts.byLogin(login).orElseThrow().id()));
  }

  /** Signs in by the page and goes where it leads. */
  protected Page signedIn(Page page, String login, String path) {
    page.navigate(url("/sign-in"));
    page.locator("input[name=login]").fill(login);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(u -> !u.contains("/sign-in"));
    page.navigate(url(path));
    return page;
  }
}
