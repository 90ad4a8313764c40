package org.zhuqi.platform.registers.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.parties.Area;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.PartyClass;
import org.zhuqi.platform.registers.EntryScope;
import org.zhuqi.platform.registers.EntryState;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The lists of one register: for the public, of the removed, and for officials. */
@Component
public class EntryList {
  private final Areas areas;

  EntryList(Areas areas) {
    this.areas = areas;
  }

  /** One entry in a list. */
  public record Row(
      UUID id,
      String number,
      String name,
      String creditCode,
      String partyClass,
      String area,
      LocalDate since,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      @Nullable Integer lastFiled,
      String state) {}

  Listing<Row> shown() {
    return base("register", " where x.state = 'ACTIVE'")
        .title("名录", "Register")
        .date("since", "入驻日期", "Since", Row::since)
        .orderedBy("name")
        .empty("名录中还没有机构。公示期满无异议的机构会列在这里。", "Nobody yet. Those to whom nobody objected during their notice are listed here.");
  }

  Listing<Row> removed() {
    return base("removed", " where x.state = 'REMOVED'")
        .title("清退名单", "Removed")
        .date("since", "入驻日期", "Since", Row::since)
        .date("ended_on", "清退日期", "Removed on", Row::endedOn)
        .orderedBy("-ended_on")
        .empty("没有被清退的机构。", "Nobody has been removed.");
  }

  Listing<Row> all() {
    return base("entries", "")
        .title("名录管理", "All entries")
        .badge("state", "状态", "State", r -> Words.badge(EntryState.valueOf(r.state())))
        .date("since", "入驻日期", "Since", Row::since)
        .date("ended_on", "终止日期", "Ended on", Row::endedOn)
        .number("last_filed", "最近年度材料", "Last filed", Row::lastFiled)
        .select("state", "状态", "State", () -> Arrays.stream(EntryState.values()).map(s -> new Option(s.name(), s.label())).toList())
        .days("since", "入驻日期", "Since")
        .orderedBy("-number")
        .empty("名录中还没有机构。", "Nobody yet.");
  }

  private Listing<Row> base(String name, String where) {
    return Listing.of(name, Row.class, "select x.* from (" + EntryScope.ENTRIES + ") x" + where)
        .text("name", "机构名称", "Name", Row::name)
        .code("number", "名录编号", "Number", Row::number)
        .code("credit_code", "统一社会信用代码", "Credit code", Row::creditCode)
        .text("party_class", "类型", "Kind", r -> Words.partyClass(r.partyClass()))
        .text("area", "注册地", "Area", r -> areas.label(r.area()))
        .search("名称、编号、代码", "Name, number, code", "name", "number", "credit_code")
        .select("area", "注册地", "Area", this::areaOptions)
        .select("party_class", "类型", "Kind", EntryList::classOptions)
        .opens(r -> "/registers/entries/" + r.id());
  }

  private List<Option> areaOptions() {
    return areas.all().stream().map((Area a) -> new Option(a.code(), a.label())).toList();
  }

  private static List<Option> classOptions() {
    return Arrays.stream(PartyClass.values()).map(c -> new Option(c.code(), new Text(c.label().zh(), c.label().en()))).toList();
  }
}
