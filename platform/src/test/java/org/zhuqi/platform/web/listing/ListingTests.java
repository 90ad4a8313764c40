package org.zhuqi.platform.web.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;

class ListingTests extends PlatformTest {
  @Autowired Listings listings;

  record Firm(int id, String name, long amountFen, String state, LocalDate filedOn) {}

  private static final Listing<Firm> FIRMS =
      Listing.of(
              "firms", Firm.class,
              """
              select i as id, (array['张三', '李四', '王五', '赵六'])[1 + i % 4] || '100%公司' as name,
                     i * 100::bigint as amount_fen, case when i % 2 = 0 then 'OPEN' else 'SHUT' end as state,
                     date '2025-01-01' + i as filed_on
                from generate_series(1, :n) i""")
          .title("企业", "Firms")
          .text("name", "名称", "Name", Firm::name)
          .money("amount_fen", "金额", "Amount", Firm::amountFen).totalled()
          .badge("state", "状态", "State", f -> Badge.good(f.state(), f.state()))
          .date("filed_on", "日期", "Filed on", Firm::filedOn)
          .search("名称", "Name", "name")
          .select("state", "状态", "State", () -> List.of(Filter.Option.of("OPEN", "开", "Open")))
          .days("filed_on", "日期", "Filed on")
          .opens(f -> "/firms/" + f.id())
          .orderedBy("-filed_on");

  @Test
  void a_page_has_its_rows_and_the_totals_of_everything_filtered() {
    ListPage<Firm> page = page(Map.of("state", "OPEN", "size", "10"));
    assertThat(page.rows()).hasSize(10).allMatch(f -> f.state().equals("OPEN"));
    assertThat(page.rows().getFirst().id()).isEqualTo(250);
    assertThat(page.total()).isEqualTo(125);
    assertThat(page.totals()).containsEntry("amount_fen", 1_575_000L);
    assertThat(page.pages()).isEqualTo(13);
    assertThat(page.lines().getFirst().link()).isEqualTo("/firms/250");
  }

  @Test
  void input_is_bounded_and_only_columns_of_the_list_order_it() {
    assertThat(page(Map.of("size", "100000")).rows()).hasSize(100);
    assertThat(page(Map.of("size", "-1", "page", "-7")).rows()).hasSize(1);
    assertThat(page(Map.of("page", "999999999", "size", "100")).rows()).isEmpty();
    assertThat(page(Map.of("page", "abc")).rows()).hasSize(25);
    assertThat(page(Map.of("sort", "amount_fen; drop table tenant")).rows().getFirst().id()).isEqualTo(250);
    assertThat(page(Map.of("sort", "id")).rows().getFirst().id()).as("not a shown column").isEqualTo(250);
    assertThat(page(Map.of("sort", "amount_fen")).rows().getFirst().id()).isEqualTo(1);
    assertThat(page(Map.of("filed_on.from", "no date")).total()).isEqualTo(250);
  }

  @Test
  void words_are_searched_as_they_are_typed_and_days_are_inclusive() {
    assertThat(page(Map.of("q", "张三")).total()).isEqualTo(62);
    assertThat(page(Map.of("q", "张三 100%公")).total()).isEqualTo(62);
    assertThat(page(Map.of("q", "_三")).total()).isZero();
    assertThat(page(Map.of("q", "%")).total()).as("a percent sign, not everything else").isEqualTo(250);
    assertThat(page(Map.of("q", "' or 1=1 --")).total()).isZero();
    assertThat(page(Map.of("filed_on.from", "2025-01-02", "filed_on.to", "2025-01-03")).total()).isEqualTo(2);
  }

  @Test
  void chinese_names_are_ordered_as_people_expect() {
    assertThat(page(Map.of("sort", "name", "size", "100")).rows().stream().map(f -> f.name().substring(0, 1)).distinct().toList())
        .startsWith("李", "王");
  }

  @Test
  void the_spreadsheet_has_everything_that_is_filtered_and_the_export_is_on_record() throws Exception {
    Actor actor = new Actor(UUID.randomUUID(), "甲", Role.AUDITOR, null, "X", java.util.Set.of());
    ListQuery query = query(Map.of("state", "OPEN", "size", "10", "export", "xlsx"));
    MockHttpServletResponse response = new MockHttpServletResponse();
    asTenant(
        () -> {
          var view = listings.show("x", FIRMS, query, actor, Map.of("n", 250)).getView();
          assertThat(view).isNotNull();
          view.render(Map.of(), new MockHttpServletRequest(), response);
          return null;
        });
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(126);
      assertThat(rows.get(0).getCellText(1)).isEqualTo("金额");
      assertThat(rows.get(1).getCell(1).asNumber().doubleValue()).isEqualTo(250.0);
      assertThat(rows.get(1).getCellText(2)).isEqualTo("OPEN");
    }
    assertThat(
            inTransaction(
                () ->
                    jdbc.sql("select count(*) from audit_record where act = 'list.exported' and account = :a")
                        .param("a", actor.account())
                        .query(Long.class)
                        .single()))
        .isEqualTo(1);
  }

  @Test
  void links_keep_the_filter_and_lead_to_the_first_page() {
    ListPage<Firm> page = page(new HashMap<>(Map.of("state", "OPEN", "page", "2", "sort", "name")));
    assertThat(page.pageLink(3)).contains("state=OPEN", "page=3", "sort=name");
    assertThat(page.heads(false).getFirst().sortLink()).contains("sort=-name", "state=OPEN").doesNotContain("page=");
    assertThat(page.heads(false).getFirst().sorted()).isEqualTo("ascending");
    assertThat(page.exportLink()).contains("export=xlsx", "state=OPEN");
  }

  private ListPage<Firm> page(Map<String, String> parameters) {
    return asTenant(() -> listings.page(FIRMS, query(parameters), Map.of("n", 250)));
  }

  private static ListQuery query(Map<String, String> parameters) {
    return new ListQuery("/firms", parameters);
  }
}
