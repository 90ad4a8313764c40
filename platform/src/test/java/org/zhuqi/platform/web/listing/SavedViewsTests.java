package org.zhuqi.platform.web.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

class SavedViewsTests extends SignedInBrowserTest {
  @Autowired SavedViews views;
  @LocalServerPort int port;

  @Test
  void a_view_is_saved_on_the_list_found_above_it_and_removed() {
    String login = official(Role.CENTRE, "GUIYANG");
    Page page = signedIn(desk(), login, "/parties?verified=&sort=name");
    page.locator(".zq-views summary").click();
    page.fill("#view-name", "按名称");
    page.locator(".zq-views form button").click();
    page.locator(".zq-said").waitFor();
    assertThat(page.locator(".zq-views li.zq-shown").textContent()).contains("按名称");
    assertThat(page.locator(".zq-views summary").count()).as("it is saved already").isZero();
    assertAccessible(page);
    page.navigate(url("/parties"));
    page.locator(".zq-views a").click();
    assertThat(page.url()).endsWith("/parties?sort=name");
    Page phone = signedIn(phone(), login, "/parties?sort=-name");
    phone.locator(".zq-views summary").click();
    assertAccessible(phone);
    photograph(phone, "saved-views-phone");
    page.locator(".zq-views li button").click();
    page.locator(".zq-said").waitFor();
    assertThat(page.locator(".zq-views").count()).isZero();
  }

  @Test
  void a_view_is_its_owners_alone_and_the_same_name_replaces_it() throws Exception {
    Actor one = actor(official(Role.CENTRE, "GUIYANG"));
    Actor other = actor(official(Role.CENTRE, "GUIYANG"));
    UUID first = save(one, "/contracts", "本月", "state=FILED").orThrow();
    UUID again = save(one, "/contracts", " 本月 ", "state=DRAFT").orThrow();
    assertThat(again).isEqualTo(first);
    assertThat(of(one, "/contracts")).extracting(SavedView::link).containsExactly("/contracts?state=DRAFT");
    assertThat(of(one, "/parties")).isEmpty();
    assertThat(of(other, null)).isEmpty();
    asTenant(() -> { views.remove(other, first); return 0; });
    assertThat(of(one, null)).hasSize(1);
    assertThat(Tenancy.call("elsewhere", () -> views.of(one, null))).as("another city").isEmpty();
  }

  @Test
  void what_is_no_list_of_ours_has_no_name_or_is_too_much_is_refused() {
    Actor one = actor(official(Role.CENTRE, "GUIYANG"));
    assertThat(code(save(one, "//elsewhere.example", "x", ""))).isEqualTo("view_address");
    assertThat(code(save(one, "https://elsewhere.example", "x", ""))).isEqualTo("view_address");
    assertThat(code(save(one, "/contracts", "x", "q=\"><script>"))).isEqualTo("view_address");
    assertThat(code(save(one, "/contracts", " ", "state=FILED"))).isEqualTo("view_name");
    assertThat(code(save(one, "/contracts", "字".repeat(41), ""))).isEqualTo("view_name");
    for (int i = 0; i < SavedViews.MOST; i++) save(one, "/contracts", "视图" + i, "").orThrow();
    assertThat(code(save(one, "/contracts", "再一个", ""))).isEqualTo("view_too_many");
    assertThat(save(one, "/contracts", "视图3", "state=FILED").isDone()).as("replacing is no more").isTrue();
  }

  @Test
  void programs_do_what_the_page_does() {
    Visitor program = new Visitor(port);
    assertThat(program.get("/api/v1/views").statusCode()).isEqualTo(401);
    String credentials = Json.write(Map.of("login", official(Role.BUREAU, "GUIYANG"), "password", PASSWORD));
    String session = program.json("/api/v1/sessions", credentials, "Authorization", "Bearer none").body();
    String[] bearer = {"Authorization", "Bearer " + session.replaceFirst(".*\"token\" *: *\"([^\"]+)\".*", "$1")};
    String body = "{\"list\": \"/claims\", \"name\": \"已发放\", \"query\": \"outcome=GRANTED\"}";
    assertThat(program.json("/api/v1/views", body, bearer).statusCode()).isEqualTo(201);
    assertThat(program.get("/api/v1/views?list=/claims", bearer).body()).contains("已发放").contains("outcome=GRANTED");
    assertThat(program.json("/api/v1/views", body.replace("/claims", "claims"), bearer).statusCode()).isEqualTo(422);
  }

  private Outcome<UUID> save(Actor by, String list, String name, String query) {
    return asTenant(() -> views.save(by, list, name, query));
  }

  private List<SavedView> of(Actor by, @org.jspecify.annotations.Nullable String list) {
    return asTenant(() -> views.of(by, list));
  }

  private static String code(Outcome<?> outcome) {
    return outcome.refusals().getFirst().code();
  }
}
