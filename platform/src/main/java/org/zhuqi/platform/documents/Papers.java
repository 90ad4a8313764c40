package org.zhuqi.platform.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  Papers(Measures measures) {
    names.put("evidence", new Text("证据材料", "Evidence"));
    for (Pack pack : measures.all()) {
      pack.provisions().stream()
          .filter(Materials.class::isInstance)
          .map(Materials.class::cast)
          .flatMap(m -> m.items().stream())
          .forEach(i -> names.put(i.code(), i.name()));
    }
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
        name(d.materialCode()), d.fileName(), d.size(), d.sha256(), d.expires(), address + "/content", address + "/download");
  }

  public List<Paper> papers(List<Document> documents) {
    return documents.stream().map(this::paper).toList();
  }
}
