package org.zhuqi.platform.catalogue.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.catalogue.ServiceItem.ItemState;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The list of service items: an institution's own, or all. */
final class ItemList {
  private ItemList() {}

  public record Row(
      UUID id,
      String number,
      String title,
      String partyName,
      @Nullable String category,
      @Nullable String feeMode,
      @Nullable Long feeFen,
      String state,
      int version,
      @Nullable LocalDate qualificationUntil,
      @Nullable OffsetDateTime publishedAt) {}

  static Listing<Row> of(Words words) {
    return Listing.of(
            "items",
            Row.class,
            """
            select id, number, title, party_name, category, fee_mode, fee_fen, state, version, qualification_until, published_at
              from service_item where (cast(:party as uuid) is null or party_id = cast(:party as uuid))""")
        .title("服务事项", "Service items")
        .code("number", "编号", "Number", Row::number)
        .text("title", "服务名称", "Title", Row::title)
        .text("party_name", "机构", "Institution", Row::partyName)
        .text("category", "类别", "Category", r -> words.category(r.category()))
        .money("fee_fen", "收费", "Fee", Row::feeFen)
        .badge("state", "状态", "State", r -> Words.badge(ItemState.valueOf(r.state())))
        .number("version", "版本", "Version", Row::version)
        .date("qualification_until", "资质有效期至", "Qualification until", Row::qualificationUntil)
        .time("published_at", "发布时间", "Published", Row::publishedAt)
        .search("编号、名称、机构", "Number, title, institution", "number", "title", "party_name")
        .select("category", "类别", "Category", words::categoryOptions)
        .select("state", "状态", "State", () -> Arrays.stream(ItemState.values()).map(s -> new Option(s.name(), s.label())).toList())
        .opens(r -> "/items/" + r.id())
        .orderedBy("-number")
        .empty(
            "还没有服务事项。写明服务内容、流程、收费标准和监督电话后即可发布。",
            "No service items yet. With content, process, fee and supervision phone one can be published.");
  }
}
