package org.zhuqi.platform.contracts.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.web.Paper;

/** The papers of a contract with the names that the measure gives them. */
@Component
class ContractPapers {
  private final Documents documents;
  private final Measures measures;

  ContractPapers(Documents documents, Measures measures) {
    this.documents = documents;
    this.measures = measures;
  }

  List<Paper> of(Contract c) {
    List<Materials.Item> named =
        measures
            .version(c.measure(), c.measureVersion())
            .map(p -> p.byRole(Materials.class, "contract.filing").stream().flatMap(m -> m.items().stream()).toList())
            .orElse(List.of());
    return documents.attachedTo("contract", c.id()).stream().map(d -> paper(d, named)).toList();
  }

  private static Paper paper(Document d, List<Materials.Item> named) {
    return new Paper(
        named.stream().filter(i -> i.code().equals(d.materialCode())).findFirst().map(Materials.Item::name).orElse(name(d.materialCode())),
        d.fileName(), d.size(), d.sha256(), d.expires(), "/documents/" + d.id(), "/documents/" + d.id() + "/download");
  }

  private static Text name(String code) {
    return switch (code) {
      case "result" -> new Text("服务成果", "Result");
      case "requirement" -> new Text("需求材料", "Requirement");
      default -> new Text("材料", "Paper");
    };
  }
}
