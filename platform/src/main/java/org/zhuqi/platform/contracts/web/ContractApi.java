package org.zhuqi.platform.contracts.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.ContractStep;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.contracts.Terms;
import org.zhuqi.platform.contracts.Warning;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Contracts for programs; everything that the pages do. */
@RestController
@RequestMapping("/api/v1/contracts")
class ContractApi {
  private static final String SIDES = "hasAnyRole('ENTERPRISE','INSTITUTION')";
  private static final String READERS = "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','AUDITOR')";
  /** Whoever reviews what vouchers pay for reads the contract behind it. */
  private static final String READERS_OF_ONE = "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')";
  private final Contracts contracts;
  private final Listings listings;
  private final Rules rules;
  private final Clock clock;

  ContractApi(Contracts contracts, Listings listings, Rules rules, Clock clock) {
    this.contracts = contracts;
    this.listings = listings;
    this.rules = rules;
    this.clock = clock;
  }

  /** Amounts in yuan as text, such as {@code "12000.50"}: at most two decimals. */
  public record TermsBody(
      @Nullable UUID item,
      @Nullable Integer revision,
      String title,
      String price,
      @Nullable String voucher,
      LocalDate from,
      LocalDate until,
      @Nullable String terms,
      @Nullable List<UUID> documents,
      @Nullable String otherFunding,
      @Nullable String priceReason,
      @Nullable String note) {

    Terms read() {
      String part = voucher == null || voucher.isBlank() ? "0" : voucher;
      return new Terms(
          title == null ? "" : title, fen("price", price), fen("voucher", part), required("from", from), required("until", until), terms,
          otherFunding, priceReason);
    }

    private static LocalDate required(String field, @Nullable LocalDate day) {
      if (day == null) throw new RefusedException(Refusal.of("missing", "此项必填。", "This is required.").at(field));
      return day;
    }

    private static long fen(String field, @Nullable String yuan) {
      try {
        return Money.of(yuan == null ? "" : yuan).fen();
      } catch (IllegalArgumentException e) {
        throw new RefusedException(
            Refusal.of("not_an_amount", "“" + yuan + "”不是金额：以元为单位，最多两位小数。", "\"" + yuan + "\" is no amount: yuan with at most two decimals.")
                .at(field));
      }
    }
  }

  public record ReasonBody(String reason) {
    String text() {
      return reason;
    }
  }

  /** @param reason of the office that confirms in the enterprise's place */
  public record ConfirmBody(@Nullable String reason) {}

  public record DeliveryBody(@Nullable String note, @Nullable List<UUID> results) {}

  public record AgreementBody(String sha256) {}

  public record RevisionBody(int revision) {}

  @GetMapping
  @PreAuthorize(READERS)
  ListPage.Slice<?> list(Actor actor, ListQuery query) {
    return listings.page(ContractList.of(rules, actor), query, ContractList.parameters(actor, LocalDate.now(clock))).slice();
  }

  @GetMapping("/{id}")
  @PreAuthorize(READERS_OF_ONE)
  Contract one(Actor actor, @PathVariable UUID id) {
    return contracts.get(actor, id);
  }

  /** What may still stand in its way, such as a qualification that ends within its period. */
  @GetMapping("/{id}/warnings")
  @PreAuthorize(READERS_OF_ONE)
  List<Warning> warnings(Actor actor, @PathVariable UUID id) {
    return contracts.warnings(contracts.get(actor, id));
  }

  @GetMapping("/{id}/timeline")
  @PreAuthorize(READERS_OF_ONE)
  List<ContractStep> timeline(Actor actor, @PathVariable UUID id) {
    return contracts.timeline(contracts.get(actor, id).id());
  }

  @PostMapping
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> draft(Actor actor, @RequestBody TermsBody body) {
    Terms t = body.read();
    if (body.item() == null) return Answers.refused(List.of(Refusal.of("missing", "此项必填。", "This is required.").at("item")));
    List<UUID> documents = body.documents() == null ? List.of() : body.documents();
    DraftContract draft =
        new DraftContract(
            body.item(), t.title(), t.priceFen(), t.voucherFen(), t.from(), t.until(), t.terms(), documents, t.otherFunding(), t.priceReason());
    return Answers.created(contracts.draft(actor, draft).map(contracts::get), c -> "/api/v1/contracts/" + c.id());
  }

  /** Changes a draft, or answers the other side's terms with others. */
  @PutMapping("/{id}/terms")
  @PreAuthorize(SIDES)
  ResponseEntity<?> terms(Actor actor, @PathVariable UUID id, @RequestBody TermsBody body) {
    Contract c = contracts.get(actor, id);
    int revision = body.revision() == null ? -1 : body.revision();
    return Answers.of(
        c.state() == ContractState.DRAFT
            ? contracts.edit(actor, id, revision, body.read())
            : contracts.counter(actor, id, revision, body.read(), body.note()));
  }

  @PostMapping("/{id}/offer")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> offer(Actor actor, @PathVariable UUID id) {
    return Answers.of(contracts.offer(actor, id));
  }

  @PostMapping("/{id}/accept")
  @PreAuthorize(SIDES)
  ResponseEntity<?> accept(Actor actor, @PathVariable UUID id, @RequestBody RevisionBody body) {
    return Answers.of(contracts.accept(actor, id, body.revision()));
  }

  @PostMapping("/{id}/decline")
  @PreAuthorize(SIDES)
  ResponseEntity<?> decline(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(contracts.decline(actor, id, body.text()));
  }

  @PostMapping("/{id}/withdraw")
  @PreAuthorize(SIDES)
  ResponseEntity<?> withdraw(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(contracts.withdraw(actor, id, body.text()));
  }

  @PostMapping("/{id}/sign")
  @PreAuthorize(SIDES)
  ResponseEntity<?> sign(Actor actor, @PathVariable UUID id, @RequestBody SignedPaper body) {
    return Answers.of(contracts.sign(actor, id, body));
  }

  @PostMapping("/{id}/agree")
  @PreAuthorize(SIDES)
  ResponseEntity<?> agree(Actor actor, @PathVariable UUID id, @RequestBody AgreementBody body) {
    return Answers.of(contracts.agree(actor, id, body.sha256() == null ? "" : body.sha256()));
  }

  @PostMapping("/{id}/start")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> start(Actor actor, @PathVariable UUID id) {
    return Answers.of(contracts.start(actor, id, null));
  }

  @PostMapping("/{id}/progress")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> progress(Actor actor, @PathVariable UUID id, @RequestBody DeliveryBody body) {
    return Answers.of(contracts.progress(actor, id, body.note() == null ? "" : body.note()));
  }

  @PostMapping("/{id}/deliver")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> deliver(Actor actor, @PathVariable UUID id, @RequestBody DeliveryBody body) {
    List<UUID> results = body.results() == null ? List.of() : body.results();
    return Answers.of(contracts.deliver(actor, id, body.note() == null ? "" : body.note(), results));
  }

  @PostMapping("/{id}/confirm")
  @PreAuthorize("hasAnyRole('ENTERPRISE','CENTRE','BUREAU')")
  ResponseEntity<?> confirm(Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable ConfirmBody body) {
    return Answers.of(contracts.confirm(actor, id, body == null || body.reason() == null ? "" : body.reason()));
  }

  @PostMapping("/{id}/return")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> giveBack(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(contracts.refuseResult(actor, id, body.text()));
  }

  @PostMapping("/{id}/end")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU')")
  ResponseEntity<?> end(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(contracts.end(actor, id, body.text()));
  }
}
