package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The parties as a list that can be filtered and exported; without personal data. */
@Component
public class PartyList {
  private final Areas areas;
  private final Listing<Row> listing;

  /** One party. */
  public record Row(
      UUID id, String creditCode, String name, String kinds, String area, @Nullable String industry, LocalDate registeredOn, String state) {
    Badge badge() {
      return state.equals("VERIFIED") ? Badge.good("已认证", "Authenticated") : Badge.waiting("待认证", "Not yet authenticated");
    }

    Text kindsShown() {
      List<Text> labels = Arrays.stream(kinds.split(",")).map(k -> PartyKind.valueOf(k).label()).toList();
      return new Text(String.join("、", labels.stream().map(Text::zh).toList()), String.join(", ", labels.stream().map(Text::en).toList()));
    }
  }

  private static final String SQL =
      """
      select id, credit_code, name, array_to_string(kinds, ',') as kinds, area, industry, registered_on,
             case when verified_on is null then 'WAITING' else 'VERIFIED' end as state
        from party""";

  PartyList(Areas areas) {
    this.areas = areas;
    this.listing =
        Listing.of("parties", Row.class, SQL)
            .title("单位", "Parties")
            .text("name", "名称", "Name", Row::name)
            .code("credit_code", "统一社会信用代码", "Credit code", Row::creditCode)
            .text("kinds", "类型", "Kind", Row::kindsShown)
            .text("area", "注册地", "Registered in", r -> areas.label(r.area()))
            .badge("state", "认证", "Authentication", Row::badge)
            .date("registered_on", "注册日期", "Registered on", Row::registeredOn)
            .search("名称、代码", "Name, code", "name", "credit_code")
            .select("area", "注册地", "Registered in", this::areaOptions)
            .select("state", "认证", "Authentication", PartyList::stateOptions)
            .days("registered_on", "注册日期", "Registered on")
            .opens(r -> "/parties/" + r.id())
            .orderedBy("-registered_on")
            .empty("还没有单位注册。单位在首页点“注册”后出现在这里。", "Nobody has registered yet. Parties appear here once they do.");
  }

  public Listing<Row> listing() {
    return listing;
  }

  private List<Option> areaOptions() {
    return areas.all().stream().map(a -> new Option(a.code(), a.label())).toList();
  }

  private static List<Option> stateOptions() {
    return List.of(Option.of("WAITING", "待认证", "Not yet authenticated"), Option.of("VERIFIED", "已认证", "Authenticated"));
  }
}
