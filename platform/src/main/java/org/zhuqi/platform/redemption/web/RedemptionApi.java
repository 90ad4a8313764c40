package org.zhuqi.platform.redemption.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.redemption.AddReceipt;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.redemption.ReviewSheet;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Redemption as JSON: everything that its pages do. */
@RestController
@RequestMapping("/api/v1/redemptions")
class RedemptionApi {
  private final Redemptions redemptions;
  private final Listings listings;
  private final Funders funders;

  RedemptionApi(Redemptions redemptions, Listings listings, Funders funders) {
    this.redemptions = redemptions;
    this.listings = listings;
    this.funders = funders;
  }

  /** @param amount in yuan as text, such as {@code "12000.50"} */
  public record ReceiptBody(UUID document, String amount, LocalDate paidOn, String bankReference) {
    AddReceipt read() {
      try {
        return new AddReceipt(
            Objects.requireNonNull(document), Money.of(amount), Objects.requireNonNull(paidOn), Objects.requireNonNullElse(bankReference, ""));
      } catch (IllegalArgumentException | NullPointerException e) {
        throw new RefusedException(
            Refusal.of("receipt_incomplete", "请给出材料、金额（元）、日期和银行流水号。", "Give document, amount in yuan, date and bank reference.").at("amount"));
      }
    }
  }

  public record SubmitBody(boolean declared) {}

  public record ReasonBody(@Nullable String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  public record ReviewBody(
      long revision, boolean unrelated, boolean verified, @Nullable Map<String, String> answers, @Nullable String opinion, StageDecision decision) {
    ReviewSheet sheet() {
      return new ReviewSheet(unrelated, verified, answers == null ? Map.of() : answers, opinion == null ? "" : opinion);
    }
  }

  public record PublishBody(String funder, List<UUID> redemptions) {}

  public record ResultBody(UUID document) {}

  @GetMapping
  @PreAuthorize(RedemptionPages.READERS)
  ListPage.Slice<?> list(Actor actor, ListQuery query) {
    return listings.page(RedemptionList.of(actor, funders), query, RedemptionList.parameters(actor)).slice();
  }

  @GetMapping("/{id}")
  @PreAuthorize(RedemptionPages.READERS)
  Redemption.Full one(Actor actor, @PathVariable UUID id) {
    return redemptions.full(actor, id);
  }

  /** Every check as it stands now, before handing in. */
  @GetMapping("/{id}/check")
  @PreAuthorize("hasRole('INSTITUTION')")
  Decision check(Actor actor, @PathVariable UUID id) {
    return redemptions.check(actor, id);
  }

  /** Opens the applications of a completed contract anew, after a refusal or a withdrawal. */
  @PostMapping
  @PreAuthorize("hasRole('INSTITUTION')")
  List<Redemption> open(Actor actor, @RequestParam UUID contract) {
    return redemptions.open(actor, contract);
  }

  @PostMapping(path = "/{id}/invoices", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> invoice(Actor actor, @PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
    return Answers.of(redemptions.addInvoice(actor, id, Objects.requireNonNullElse(file.getOriginalFilename(), "invoice.xml"), file.getBytes()));
  }

  @DeleteMapping("/{id}/invoices/{invoice}")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> removeInvoice(Actor actor, @PathVariable UUID id, @PathVariable UUID invoice) {
    redemptions.removeInvoice(actor, id, invoice);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/receipts")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> receipt(Actor actor, @PathVariable UUID id, @RequestBody ReceiptBody body) {
    return Answers.of(redemptions.addReceipt(actor, id, body.read()));
  }

  @DeleteMapping("/{id}/receipts/{receipt}")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> removeReceipt(Actor actor, @PathVariable UUID id, @PathVariable UUID receipt) {
    redemptions.removeReceipt(actor, id, receipt);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/results")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> result(Actor actor, @PathVariable UUID id, @RequestBody ResultBody body) {
    return Answers.of(redemptions.addResult(actor, id, body.document()));
  }

  @DeleteMapping("/{id}/results/{document}")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> removeResult(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
    redemptions.removeResult(actor, id, document);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/submit")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> submit(Actor actor, @PathVariable UUID id, @RequestBody SubmitBody body) {
    return Answers.of(redemptions.submit(actor, id, body.declared()));
  }

  @PostMapping("/{id}/withdraw")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> withdraw(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(redemptions.withdraw(actor, id, body.text()));
  }

  @PostMapping("/{id}/review")
  @PreAuthorize("hasRole('REVIEWER')")
  ResponseEntity<?> review(Actor actor, @PathVariable UUID id, @RequestBody ReviewBody body) {
    return Answers.of(redemptions.review(actor, id, body.revision(), body.sheet(), body.decision()));
  }

  /** Publishes approved applications as one list; answers with the notice's id. */
  @PostMapping("/publish")
  @PreAuthorize("hasRole('BUREAU')")
  ResponseEntity<?> publish(Actor actor, @RequestBody PublishBody body) {
    return Answers.created(redemptions.publish(actor, body.funder(), body.redemptions()), id -> "/api/v1/notices/" + id);
  }

  @PostMapping("/{id}/stop")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  ResponseEntity<?> stop(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(redemptions.stop(actor, id, body.text()));
  }

  @PostMapping("/{id}/resume")
  @PreAuthorize("hasAnyRole('BUREAU','CENTRE')")
  ResponseEntity<?> resume(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(redemptions.resume(actor, id, body.text()));
  }

  /** A red-letter invoice for an application that has left the institution's hands. */
  @PostMapping(path = "/red-letter", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE')")
  ResponseEntity<?> redLetter(Actor actor, @RequestParam MultipartFile file) throws IOException {
    return Answers.of(redemptions.reportRedLetter(actor, Objects.requireNonNullElse(file.getOriginalFilename(), "invoice.xml"), file.getBytes()));
  }
}
