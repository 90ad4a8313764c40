package org.zhuqi.platform.redemption;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Takes invoices in: reads them, keeps the file as evidence, and lets red-letter ones take blue ones back. */
@Component
class InvoiceDesk {
  private final EvidenceStore evidence;
  private final RedemptionStore store;
  private final InvoiceUses uses;
  private final RedemptionChecks checks;
  private final RedemptionStops stops;
  private final Parties parties;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;

  InvoiceDesk(
      EvidenceStore evidence,
      RedemptionStore store,
      InvoiceUses uses,
      RedemptionChecks checks,
      RedemptionStops stops,
      Parties parties,
      Documents documents,
      AuditTrail audit,
      Clock clock) {
    this.evidence = evidence;
    this.store = store;
    this.uses = uses;
    this.checks = checks;
    this.stops = stops;
    this.parties = parties;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<Invoice> add(Actor by, Redemption r, String fileName, byte[] xml) {
    return InvoiceReader.read(xml).then(i -> i.isRed() ? cancel(by, i, fileName, xml) : addBlue(by, r, i, fileName, xml));
  }

  Outcome<Invoice> redLetter(Actor by, String fileName, byte[] xml) {
    return InvoiceReader.read(xml)
        .then(
            i ->
                i.isRed()
                    ? cancel(by, i, fileName, xml)
                    : Outcome.refused(Refusal.of("invoice_not_red", "这不是红字发票。", "This is not a red-letter invoice.").at("invoice")));
  }

  /** Another seller's invoice is refused at once: it would block a number that is not this institution's. */
  private Outcome<Invoice> addBlue(Actor by, Redemption r, Invoice i, String fileName, byte[] xml) {
    Party seller = parties.get(r.provider());
    if (!i.sellerCode().equals(seller.creditCode().value())) {
      return Outcome.refused(
          Refusal.of("invoice_other_seller", "发票销售方 " + i.sellerCode() + " 不是本机构（" + seller.creditCode().value() + "）。",
                  "The invoice's seller " + i.sellerCode() + " is not this institution (" + seller.creditCode().value() + ").")
              .by(checks.materials(r).id())
              .remedy("请上传本机构开具的发票。", "Upload an invoice issued by this institution.")
              .at("invoice"));
    }
    return documents
        .store(by, r.provider(), RedemptionChecks.INVOICE, fileName, new ByteArrayInputStream(xml), null)
        .then(document -> keep(by, r, i, document));
  }

  private Outcome<Invoice> keep(Actor by, Redemption r, Invoice i, UUID document) {
    if (!evidence.insertInvoice(Ids.next(), r.id(), document, i, uses.fingerprint(i.number()), clock.instant())) {
      return Outcome.refused(Refusal.of("invoice_double", "发票 " + i.number() + " 已经添加。", "Invoice " + i.number() + " has been added already.").at("invoice"));
    }
    documents.attach(by, document, Redemptions.KIND, r.id(), RedemptionChecks.INVOICE);
    return Outcome.done(i);
  }

  private Outcome<Invoice> cancel(Actor by, Invoice red, String fileName, byte[] xml) {
    if (by.role().isParty() && !concerns(by, red)) {
      return Outcome.refused(Refusal.of("invoice_other_seller", "红字发票的购销双方都不是本单位。", "Neither side of the red-letter invoice is this party.").at("invoice"));
    }
    String blue = red.cancelled().orElseThrow();
    if (!uses.cancel(blue, red.sellerCode())) {
      return Outcome.refused(Refusal.of("invoice_red_other_seller", "红字发票的销售方与蓝字发票 " + blue + " 不同。",
          "The red-letter invoice's seller is not that of invoice " + blue + ".").at("invoice"));
    }
    UUID owner = by.role().isParty() ? by.party() : null;
    Outcome<UUID> stored = documents.store(by, owner, "red_letter_invoice", fileName, new ByteArrayInputStream(xml), null);
    if (!stored.isDone()) return Outcome.refused(stored.refusals());
    List<UUID> concerned = evidence.cancelInvoice(uses.fingerprint(blue), red.number());
    concerned.forEach(id -> tell(by, id, red, blue, stored.orThrow()));
    return Outcome.done(red);
  }

  /** What is open stops; what was paid is a matter for an inspection. */
  private void tell(Actor by, UUID redemption, Invoice red, String blue, UUID document) {
    Redemption r = store.find(redemption, true).orElseThrow();
    documents.attach(by, document, Redemptions.KIND, r.id(), "red_letter_invoice");
    audit.record(by, "redemption.invoice_cancelled", Redemptions.KIND, r.id(), checks.materials(r).id(),
        "发票 " + blue + " 被红字发票 " + red.number() + " 冲销", Map.of("state", r.state().name()));
    stops.invoiceCancelled(by, r, blue, red.number());
  }

  private boolean concerns(Actor by, Invoice red) {
    String mine = parties.get(by.partyOrThrow()).creditCode().value();
    return by.is(Role.ENTERPRISE, Role.INSTITUTION) && (mine.equals(red.sellerCode()) || mine.equals(red.buyerCode()));
  }
}
