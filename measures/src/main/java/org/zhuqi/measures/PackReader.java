package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one pack: its head, its facts, its articles. */
final class PackReader {
  private static final String[] KEYS = {
    "code", "version", "title", "issuer", "stage", "area", "inForce", "replaces", "transition", "reading", "applicants",
    "facts", "articles"
  };

  private PackReader() {}

  /** The pack, or null when anything in it is wrong; what is wrong is added to the problems. */
  static @Nullable Pack read(String file, String content, List<PackException.Problem> problems) {
    int before = problems.size();
    YamlNode root = YamlNode.parse(file, content, problems);
    if (root == null) {
      return null;
    }
    YamlNode.Fields fields = root.fields(KEYS);
    Pack.Header header = header(fields);
    Map<String, Fact> facts = facts(fields);
    Map<String, YamlNode> places = new LinkedHashMap<>();
    List<Provision> provisions = articles(fields, header, facts, places);
    Pack pack = new Pack(header, facts, provisions);
    new PackChecks(pack, places, fields).run();
    return problems.size() == before ? pack : null;
  }

  private static Pack.Header header(YamlNode.Fields fields) {
    YamlNode inForce = fields.need("inForce");
    LocalDate from = LocalDate.EPOCH;
    LocalDate until = null;
    if (inForce != null) {
      YamlNode.Fields dates = inForce.fields("from", "until");
      from = dates.date("from");
      until = dates.dateOrNull("until");
      if (until != null && until.isBefore(from)) {
        inForce.problem("the measure ends (" + until + ") before it begins (" + from + ")");
      }
    }
    return new Pack.Header(
        fields.string("code"),
        fields.string("version"),
        fields.text("title"),
        fields.text("issuer"),
        fields.choice("stage", Pack.Stage.class),
        fields.text("area"),
        from,
        until,
        fields.stringOrNull("replaces"),
        fields.choice("transition", Pack.Transition.class),
        fields.textOrNull("reading"),
        menu(fields, "applicants"));
  }

  private static List<Menu.Item> menu(YamlNode.Fields fields, String key) {
    return fields.list(key).stream().map(PackReader::item).toList();
  }

  /** An entry of a closed list. */
  static Menu.Item item(YamlNode node) {
    YamlNode.Fields fields = node.fields("code", "zh", "en", "flags");
    List<String> flags = fields.strings("flags");
    for (String flag : flags) {
      if (!Vocabulary.bundled().flags().contains(flag)) {
        node.problem("the flag \"" + flag + "\" is not in the vocabulary");
      }
    }
    return new Menu.Item(
        fields.string("code"), new Text(fields.string("zh"), fields.string("en")), Set.copyOf(flags));
  }

  /** A closed list in which no code stands twice. */
  static List<Menu.Item> items(YamlNode.Fields fields, String key) {
    List<Menu.Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode node : fields.needList(key)) {
      Menu.Item item = item(node);
      if (!seen.add(item.code())) {
        node.problem("the code \"" + item.code() + "\" stands in this list twice");
      }
      items.add(item);
    }
    return items;
  }

  private static Map<String, Fact> facts(YamlNode.Fields fields) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    YamlNode node = fields.get("facts");
    if (node == null) {
      return facts;
    }
    node.fields()
        .entries()
        .forEach(
            (name, entry) -> {
              if (!name.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+") || name.startsWith("param.")) {
                entry.problem("the fact \"" + name + "\" must be named like holder.industry");
              }
              YamlNode.Fields f = entry.fields("type", "unit", "source", "label", "options", "for", "unknown");
              Fact.Type type = f.choice("type", Fact.Type.class);
              if (type == Fact.Type.INT && !f.has("unit")) {
                entry.problem("the fact \"" + name + "\" counts something and needs a unit");
              }
              facts.put(
                  name,
                  new Fact(
                      name,
                      type,
                      f.stringOrNull("unit"),
                      f.text("label"),
                      f.choice("source", Fact.Source.class),
                      f.stringOrNull("options"),
                      new HashSet<>(f.strings("for")),
                      f.textOrNull("unknown")));
            });
    return facts;
  }

  private static List<Provision> articles(
      YamlNode.Fields fields, Pack.Header header, Map<String, Fact> facts, Map<String, YamlNode> places) {
    List<Provision> provisions = new ArrayList<>();
    int last = 0;
    for (YamlNode node : fields.needList("articles")) {
      YamlNode.Fields article = node.fields("article", "provisions");
      int number = article.whole("article");
      if (number <= last) {
        node.problem("article " + number + " stands after article " + last + "; articles stand in order");
      }
      last = Math.max(last, number);
      for (YamlNode place : article.needList("provisions")) {
        Provision provision = new ProvisionReader(place, number, facts).read();
        if (provision == null) {
          continue;
        }
        if (places.putIfAbsent(provision.id(), place) != null) {
          place.problem("the id " + provision.id() + " stands in this pack twice");
        }
        if (!provision.id().matches(java.util.regex.Pattern.quote(header.code() + "-" + number) + "-[0-9]+")) {
          place.problem("the id " + provision.id() + " must be " + header.code() + "-" + number + "-<number>");
        }
        provisions.add(provision);
      }
    }
    return provisions;
  }
}
