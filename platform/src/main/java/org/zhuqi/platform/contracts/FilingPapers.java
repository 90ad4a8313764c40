package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.platform.documents.AskedPaper;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

/** What the measure asks of a contract that is to be filed: terms that both agree on, and the papers. */
@Component
class FilingPapers {
  static final String ROLE = "contract.filing";
  static final String SIGNED = "signed_contract";
  static final String CLIENT_AUTHORISATION = "holder_authorisation";
  static final String PROVIDER_AUTHORISATION = "institution_authorisation";
  private final Measures measures;
  private final Documents documents;

  FilingPapers(Measures measures, Documents documents) {
    this.measures = measures;
    this.documents = documents;
  }

  private Materials asked(Contract c) {
    return measures.version(c.measure(), c.measureVersion()).orElseThrow().one(Materials.class, ROLE);
  }

  /** Terms that the measure wants stated and that are not. */
  List<Refusal> unstated(Contract c, LocalDate today) {
    Finding terms = asked(c).check("", Map.of(), today, asked(c).items().stream().map(Materials.Item::code).toList(), stated(c));
    return terms.holds() ? List.of() : List.of(refusal(terms, "terms"));
  }

  private static List<String> stated(Contract c) {
    List<String> codes = new ArrayList<>(List.of("service_item", "period", "voucher_amount"));
    if (c.priceFen() > 0) codes.add("price");
    return codes;
  }

  /** Everything wrong with what is handed in. */
  List<Refusal> problems(Actor by, Contract c, SignedPaper paper, LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    if (!paper.sealedByBoth()) {
      wrong.add(
          Refusal.of("seals_missing", "合同须由双方盖章。", "Both sides seal the contract.")
              .by(asked(c).id())
              .remedy("请上传双方签字并盖章的合同，并勾选确认。", "Hand in the contract with both signatures and seals, and confirm it.")
              .at("sealed"));
    }
    if (paper.clientSigner().isBlank()) wrong.add(signer("企业方", "the enterprise", "clientSigner"));
    if (paper.providerSigner().isBlank()) wrong.add(signer("服务机构方", "the institution", "providerSigner"));
    List<String> handedIn = new ArrayList<>();
    hand(by, c, SIGNED, paper.document(), today, handedIn, wrong);
    hand(by, c, CLIENT_AUTHORISATION, paper.clientAuthorisation(), today, handedIn, wrong);
    hand(by, c, PROVIDER_AUTHORISATION, paper.providerAuthorisation(), today, handedIn, wrong);
    Finding complete = asked(c).check("", facts(paper), today, handedIn, stated(c));
    if (!complete.holds()) wrong.add(refusal(complete, "papers"));
    return wrong;
  }

  private static Map<String, Object> facts(SignedPaper paper) {
    return Map.of("contract.holder_agent", paper.clientByAgent(), "contract.institution_agent", paper.providerByAgent());
  }

  private void hand(
      Actor by, Contract c, String code, @Nullable UUID document, LocalDate today, List<String> handedIn, List<Refusal> wrong) {
    if (document == null) return;
    Document d = documents.readable(by, document);
    handedIn.add(code);
    AskedPaper.of(asked(c), code).ifPresent(a -> a.wrong(d, today).forEach(r -> wrong.add(r.at(code))));
  }

  void attach(Actor by, Contract c, SignedPaper paper) {
    documents.attach(by, paper.document(), Steps.SUBJECT, c.id(), SIGNED);
    UUID client = paper.clientAuthorisation();
    UUID provider = paper.providerAuthorisation();
    if (client != null) documents.attach(by, client, Steps.SUBJECT, c.id(), CLIENT_AUTHORISATION);
    if (provider != null) documents.attach(by, provider, Steps.SUBJECT, c.id(), PROVIDER_AUTHORISATION);
  }

  private static Refusal signer(String zh, String en, String field) {
    return Refusal.of("signer_missing", "请填写" + zh + "的签字人。", "Name who signed for " + en + ".").at(field);
  }

  private static Refusal refusal(Finding f, String field) {
    return new Refusal("contract_" + f.check(), f.provision(), f.sentence(), f.remedy(), field);
  }
}
