package org.zhuqi.platform.documents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Codes;
import org.zhuqi.platform.web.Paper;

/** Documents as pages show them: with the name that a measure gives to the material. */
@Component
public class Papers {
  /** Papers that no measure names but that rooms keep as evidence. */
  private static final Map<String, Text> OURS =
      Map.of(
          "result", new Text("服务成果", "Result"),
          "requirement", new Text("需求材料", "Requirement"),
          "red_letter_invoice", new Text("红字发票", "Red-letter invoice"),
          "inspection_evidence", new Text("检查证据", "Evidence of an inspection"));

  private final Map<String, Text> names = new HashMap<>();
  private final Map<String, AskedPaper> asked = new HashMap<>();

  Papers(Measures measures) {
    names.put("evidence", new Text("证据材料", "Evidence"));
    for (Pack pack : measures.all()) {
      pack.provisions().stream()
          .filter(Materials.class::isInstance)
          .map(Materials.class::cast)
          .flatMap(m -> m.items().stream().map(i -> new AskedPaper(i, m.id())))
          .forEach(this::add);
    }
  }

  private void add(AskedPaper a) {
    names.put(a.item().code(), a.item().name());
    asked.put(a.item().code(), a);
  }

  /** What a measure asks of a material; where several versions ask, the latest. */
  public Optional<AskedPaper> asked(String materialCode) {
    return Optional.ofNullable(asked.get(materialCode));
  }

  /** Every material that some measure asks for. */
  Collection<AskedPaper> asked() {
    return asked.values();
  }

  /** Names of the materials that count only for a time from their own date. */
  public List<String> dated() {
    return asked.values().stream().filter(AskedPaper::needsDate).map(a -> a.item().name().zh()).sorted().toList();
  }

  /** The last day on which a document counts as what it was uploaded for; null for no end. */
  public @Nullable LocalDate countsUntil(Document d) {
    AskedPaper a = asked.get(d.materialCode());
    return a == null ? d.expires() : a.countsUntil(d);
  }

  /** What a material is called by a measure, or else by us. */
  public Text name(String materialCode) {
    Text ours = OURS.getOrDefault(materialCode, Codes.of(materialCode));
    return names.getOrDefault(materialCode, ours);
  }

  /** Every material that some measure asks for, by code. */
  public Map<String, Text> names() {
    return Map.copyOf(names);
  }

  /** For {@code kit/documents}. */
  public Paper paper(Document d) {
    String address = "/documents/" + d.id();
    return new Paper(
        name(d.materialCode()), d.fileName(), d.size(), d.sha256(), countsUntil(d), address + "/content", address + "/download");
  }

  public List<Paper> papers(List<Document> documents) {
    return documents.stream().map(this::paper).toList();
  }
}
