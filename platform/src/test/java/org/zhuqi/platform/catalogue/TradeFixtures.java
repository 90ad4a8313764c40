package org.zhuqi.platform.catalogue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

/** Enterprises, admitted institutions, items and contracts that are right by default; each call makes others. */
@Component
public class TradeFixtures {
  private static final AtomicInteger NEXT = new AtomicInteger();
  public static final Actor CENTRE =
      new Actor(Ids.next(), "测试中心", Role.CENTRE, null, "CENTRE", Set.of("GUIYANG", "GUIAN"));

  private final Parties parties;
  private final Interests interests;
  private final Accounts accounts;
  private final Documents documents;
  private final Catalogue catalogue;
  private final Contracts contracts;

  TradeFixtures(Parties parties, Interests interests, Accounts accounts, Documents documents, Catalogue catalogue, Contracts contracts) {
    this.parties = parties;
    this.interests = interests;
    this.accounts = accounts;
    this.documents = documents;
    this.catalogue = catalogue;
    this.contracts = contracts;
  }

  public Actor enterprise() {
    return enterprise(PartyFixtures.anEnterprise());
  }

  public Actor enterprise(RegisterParty of) {
    return actor(Role.ENTERPRISE, parties.register(Actor.SYSTEM, of).orThrow());
  }

  public Actor institution() {
    Actor institution = actor(Role.INSTITUTION, parties.register(Actor.SYSTEM, PartyFixtures.anInstitution()).orThrow());
    AdmittedForTests.set(institution.partyOrThrow(), Standing.Kind.LIVE);
    return institution;
  }

  public static Actor actor(Role role, UUID party) {
    return new Actor(Ids.next(), "测试" + role.label().zh(), role, party, null, Set.of());
  }

  /** Somebody of the centre who declared an interest in a party. */
  public Actor relatedTo(UUID party) {
    OpenAccount open = OpenAccount.official("related" + Ids.next(), "有关联的人", Role.CENTRE, "CENTRE", CENTRE.funders());
    Actor official = accounts.actor(accounts.open(Actor.SYSTEM, open).orThrow().id());
    interests.declare(official, parties.get(party).creditCode().value(), "配偶任职").orThrow();
    return official;
  }

  /** A small PDF, each with its own content. */
  public UUID pdf(Actor owner, String material, @Nullable LocalDate expires) {
    String text = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% test " + NEXT.incrementAndGet() + "-" + System.nanoTime() + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    return documents
        .store(
            owner, owner.partyOrThrow(), material, material + ".pdf",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), expires)
        .orThrow();
  }

  public static Item item() {
    return Item.market(
        "电磁兼容评估" + NEXT.incrementAndGet(), "evaluation", "innovation", "按国家标准检测并出具报告。", "受理、送样、检测、出具报告。", 1_000_000, "每台",
        "0851-85551234");
  }

  public UUID published(Actor institution) {
    return catalogue.publish(institution, item()).orThrow();
  }

  /** An item on a qualification until that day. */
  public UUID qualified(Actor institution, LocalDate until) {
    return catalogue.publish(institution, item().qualified(pdf(institution, "qualification", null), List.of("evaluation"), until)).orThrow();
  }

  /** The same item published again, on a new qualification. */
  public void renew(Actor institution, UUID item, LocalDate until) {
    ServiceItem s = catalogue.item(item);
    UUID paper = pdf(institution, "qualification", null);
    List<String> covers = List.of(java.util.Objects.requireNonNull(s.item().category()));
    catalogue.edit(institution, item, s.revision(), s.item().qualified(paper, covers, until)).orThrow();
    catalogue.publish(institution, item).orThrow();
  }

  public DraftContract terms(UUID item, LocalDate today) {
    return new DraftContract(
        item, "检测服务合同", 1_000_000, 300_000, today, today.plusMonths(2), "出具检测报告。", List.of(), null, null);
  }

  public Contract drafted(Actor enterprise, Actor institution, LocalDate today) {
    return contracts.get(contracts.draft(enterprise, terms(published(institution), today)).orThrow());
  }

  public Contract offered(Actor enterprise, Actor institution, LocalDate today) {
    return contracts.offer(enterprise, drafted(enterprise, institution, today).id()).orThrow();
  }

  public Contract accepted(Actor enterprise, Actor institution, LocalDate today) {
    Contract c = offered(enterprise, institution, today);
    return contracts.accept(institution, c.id(), c.revision()).orThrow();
  }

  public Contract agreed(Actor enterprise, Actor institution, LocalDate today) {
    Contract c = accepted(enterprise, institution, today);
    UUID paper = pdf(institution, "signed_contract", null);
    Contract signed =
        contracts.sign(institution, c.id(), SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow();
    return contracts.agree(enterprise, c.id(), java.util.Objects.requireNonNull(signed.signedHash())).orThrow();
  }

  public Contract filed(Actor enterprise, Actor institution, LocalDate today) {
    Contract c = agreed(enterprise, institution, today);
    return contracts.filed(Actor.SYSTEM, c.id(), c.voucherFen(), Set.of(), null);
  }

  public Contract delivered(Actor enterprise, Actor institution, LocalDate today) {
    Contract c = filed(enterprise, institution, today);
    return contracts.deliver(institution, c.id(), "报告见附件", List.of(pdf(institution, "result", null))).orThrow();
  }

  public Contract completed(Actor enterprise, Actor institution, LocalDate today) {
    return contracts.confirm(enterprise, delivered(enterprise, institution, today).id()).orThrow();
  }
}
