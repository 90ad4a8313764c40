package org.zhuqi.platform.contracts.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.web.Paper;

/** The papers of a contract with the names that the measure gives them, or our own where it gives none. */
@Component
class ContractPapers {
  private final Documents documents;
  private final Papers papers;

  ContractPapers(Documents documents, Papers papers) {
    this.documents = documents;
    this.papers = papers;
  }

  List<Paper> of(Contract c) {
    return documents.attachedTo("contract", c.id()).stream().map(this::named).toList();
  }

  private Paper named(Document d) {
    Paper p = papers.paper(d);
    Text ours =
        switch (d.materialCode()) {
          case "result" -> new Text("服务成果", "Result");
          case "requirement" -> new Text("需求材料", "Requirement");
          default -> p.material();
        };
    return new Paper(ours, p.fileName(), p.size(), p.hash(), p.expires(), p.preview(), p.download());
  }
}
