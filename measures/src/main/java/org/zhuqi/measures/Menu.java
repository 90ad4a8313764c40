package org.zhuqi.measures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A closed list: what is not on it does not exist.
 *
 * @param complaints where complaints go that rest on an item of it; null where none are taken
 */
public record Menu(Head head, List<Item> items, @Nullable ComplaintWay complaints) implements Provision {
  public Menu {
    items = List.copyOf(items);
  }

  public boolean contains(String code) {
    return item(code).isPresent();
  }

  public Optional<Item> item(String code) {
    return items.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  public List<String> codes() {
    return items.stream().map(Item::code).toList();
  }

  /** An entry of a closed list. Flags are codes that an engine understands, such as {@code needsApproval}. */
  public record Item(String code, Text label, Set<String> flags) {
    public Item {
      flags = Set.copyOf(flags);
    }

    public boolean has(String flag) {
      return flags.contains(flag);
    }
  }

  /** Whether the code is on the list, as a finding. */
  public Finding check(String code) {
    Optional<Item> item = item(code);
    Text name = item.map(Item::label).orElse(new Text(code, code));
    return new Finding(
        id(),
        "menu",
        item.isPresent() ? Verdict.HOLDS : Verdict.FAILS,
        java.util.Map.of("code", code),
        item.isPresent()
            ? new Text("“" + name.zh() + "”在规定范围内。", "\"" + name.en() + "\" is on the list.")
            : new Text("“" + name.zh() + "”不在规定范围内。", "\"" + name.en() + "\" is not on the list."),
        item.isPresent()
            ? null
            : new Text("请从规定范围内选择：" + labels(false) + "。", "Choose one of: " + labels(true) + "."));
  }

  private String labels(boolean english) {
    return String.join(english ? ", " : "、", items.stream().map(i -> i.label().in(english)).toList());
  }
}
