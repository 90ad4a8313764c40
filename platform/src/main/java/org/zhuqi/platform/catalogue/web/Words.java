package org.zhuqi.platform.catalogue.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;

/** Words for the codes of the catalogue, as the measures and the areas of the tenant have them. */
public final class Words {
  private static final String FEE_MODE = "item.fee_mode";
  private final Rules rules;
  private final List<Menu.Item> categories;
  private final List<Menu.Item> scopes;
  private final List<Menu.Item> feeModes;
  private final Areas areas;

  Words(Rules rules, Areas areas) {
    this.rules = rules;
    this.categories = rules.categories().items();
    this.scopes = rules.scope().items();
    this.feeModes = rules.options(FEE_MODE);
    this.areas = areas;
  }

  public Text category(@Nullable String code) {
    return Rules.label(categories, code);
  }

  /** The categories whose services always need a qualification. */
  public Text qualifiedCategories() {
    List<Menu.Item> marked = categories.stream().filter(c -> rules.needsQualification(c.code())).toList();
    return new Text(
        marked.stream().map(c -> c.label().zh()).collect(Collectors.joining("、")),
        marked.stream().map(c -> c.label().en()).collect(Collectors.joining(", ")));
  }

  public Text scope(@Nullable String code) {
    return Rules.label(scopes, code);
  }

  public Text feeMode(@Nullable String code) {
    return Rules.label(feeModes, code);
  }

  public Text area(@Nullable String code) {
    return areaOptions().stream()
        .filter(o -> o.value().equals(code))
        .findFirst()
        .map(Option::label)
        .orElse(new Text(code == null ? "—" : code, code == null ? "—" : code));
  }

  public List<Option> categoryOptions() {
    return options(categories);
  }

  public List<Option> scopeOptions() {
    return options(scopes);
  }

  public List<Option> feeModeOptions() {
    return options(feeModes);
  }

  public List<Option> areaOptions() {
    return areas.all().stream().map(a -> new Option(a.code(), a.label())).toList();
  }

  private static List<Option> options(List<Menu.Item> items) {
    return items.stream().map(i -> new Option(i.code(), i.label())).toList();
  }

  /** The fee in one line: amount and unit, or that both sides agree it. */
  public Text fee(Item item) {
    String unitZh = item.feeText() == null ? "" : " · " + item.feeText();
    Long fen = item.feeFen();
    if (fen == null) {
      return new Text("双方商定" + unitZh, "agreed by both" + unitZh);
    }
    Money money = new Money(fen);
    return new Text(money.format() + unitZh, money.format(true) + unitZh);
  }

  public String covers(Item item, boolean english) {
    return item.qualificationCovers().stream()
        .map(c -> category(c).in(english))
        .collect(Collectors.joining(english ? ", " : "、"));
  }

  public static Badge badge(ServiceItem.ItemState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case DRAFT -> Badge.Tone.WAITING;
          case PUBLISHED -> Badge.Tone.GOOD;
          case INACTIVE -> Badge.Tone.OFF;
          case TAKEN_OUT -> Badge.Tone.BAD;
        });
  }
}
