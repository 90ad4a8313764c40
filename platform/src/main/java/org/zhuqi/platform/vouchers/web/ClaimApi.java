package org.zhuqi.platform.vouchers.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.vouchers.Ask;
import org.zhuqi.platform.vouchers.Claim;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.vouchers.ClaimDesk;
import org.zhuqi.platform.vouchers.Offer;
import org.zhuqi.platform.vouchers.Offers;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** What could I get, and claims, for machines. */
@RestController
@RequestMapping("/api/v1")
class ClaimApi {
  private final Offers offers;
  private final ClaimDesk desk;
  private final Listings listings;

  ClaimApi(Offers offers, ClaimDesk desk, Listings listings) {
    this.offers = offers;
    this.desk = desk;
    this.listings = listings;
  }

  /** @param most the most that could be claimed now, in yuan; {@code reasons} says why it is not more, or nothing */
  record OfferView(
      UUID batch, String number, String title, String category, @Nullable UUID project, boolean open, String most, Instant opensAt, Instant closesAt,
      List<Map<String, Object>> findings) {
    static OfferView of(Offer o) {
      @SuppressWarnings("unchecked")
      List<Map<String, Object>> findings = (List<Map<String, Object>>) Objects.requireNonNull(o.decision().toMap().get("findings"));
      return new OfferView(
          o.batch().id(), o.batch().number(), o.batch().title().zh(), o.category(),
          o.project() == null ? null : o.project().id(), o.isOpen(),
          o.most().yuan().toPlainString(), o.batch().opensAt(), o.batch().closesAt(), findings);
    }
  }

  @GetMapping("/offers")
  @PreAuthorize("hasRole('ENTERPRISE')")
  List<OfferView> offers(Actor actor) {
    return offers.of(actor).stream().map(OfferView::of).toList();
  }

  /**
   * @param amount in yuan, such as {@code "3000.00"}
   * @param category of the pot, where the batch has several
   * @param project of the caller's, for the owner of several
   */
  record ClaimRequest(UUID batch, String amount, @Nullable String category, @Nullable UUID project) {}

  /** @param kind GRANTED or WAITING; a refused claim is a problem with every reason */
  record ClaimView(
      UUID claim, ClaimAnswer.Kind kind, String amount, @Nullable UUID voucher, @Nullable String number,
      @Nullable UUID decision) {}

  @PostMapping("/claims")
  @PreAuthorize("hasRole('ENTERPRISE')")
  @KeepsOwnKeys
  ResponseEntity<?> claim(
      Actor actor,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ClaimRequest request) {
    if (key == null || key.isBlank() || key.length() > 200) {
      return Answers.refused(
          List.of(
              Refusal.of(
                  "idempotency_key_missing", "请求头缺少 Idempotency-Key。", "The header Idempotency-Key is missing or too long.")));
    }
    var amount = Amounts.read(request.amount(), "amount");
    if (!amount.isDone()) return Answers.refused(amount.refusals());
    String category = request.category() == null ? "" : request.category();
    ClaimAnswer a = desk.claim(actor, new Ask(request.batch(), amount.orThrow(), category, request.project(), key));
    if (a.kind() == ClaimAnswer.Kind.REFUSED) return Answers.refused(a.refusals());
    UUID id = java.util.Objects.requireNonNull(a.claim());
    return ResponseEntity.created(URI.create("/api/v1/claims/" + id))
        .body(new ClaimView(id, a.kind(), a.amount().yuan().toPlainString(), a.voucher(), a.number(), a.decision()));
  }

  @GetMapping("/claims")
  @PreAuthorize("hasAnyRole('ENTERPRISE','BUREAU','FINANCE','CENTRE','AUDITOR')")
  ListPage.Slice<ClaimList.Row> claims(Actor actor, ListQuery query) {
    return listings.page(ClaimList.of(actor), query, ClaimList.scope(actor)).slice();
  }

  @GetMapping("/claims/{id}")
  @PreAuthorize("hasAnyRole('ENTERPRISE','BUREAU','FINANCE','CENTRE','AUDITOR')")
  Claim claim(Actor actor, @PathVariable UUID id) {
    return offers.claim(actor, id);
  }
}
