package org.zhuqi.platform.payouts.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.platform.payouts.Payable;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.payouts.Reconciliation;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.print.Spreadsheet;

/** Payouts as JSON: everything that their pages do. */
@RestController
@RequestMapping("/api/v1/payouts")
class PayoutApi {
  private final Payouts payouts;
  private final PayoutViews views;

  PayoutApi(Payouts payouts, PayoutViews views) {
    this.payouts = payouts;
    this.views = views;
  }

  public record PrepareBody(String funder) {}

  public record ReasonBody(@Nullable String reason) {}

  @GetMapping("/payables")
  @PreAuthorize("hasAnyRole('FINANCE','BUREAU','AUDITOR','CENTRE','INSTITUTION')")
  List<Payable> payables(Actor actor, @RequestParam(required = false) @Nullable PayableState state) {
    return views.payables(actor, state);
  }

  @GetMapping("/files")
  @PreAuthorize(PayoutPages.READERS)
  List<PayoutFile> files(Actor actor) {
    return views.files(actor);
  }

  @GetMapping("/files/{id}")
  @PreAuthorize(PayoutPages.READERS)
  PayoutFile file(Actor actor, @PathVariable UUID id) {
    return views.file(actor, id);
  }

  @GetMapping("/files/{id}/csv")
  @PreAuthorize(PayoutPages.READERS)
  ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id) {
    return PayoutPages.download(views.csv(actor, id), views.file(actor, id).number() + ".csv", "text/csv;charset=UTF-8");
  }

  @GetMapping("/files/{id}/xlsx")
  @PreAuthorize(PayoutPages.READERS)
  ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable UUID id) {
    return PayoutPages.download(views.xlsx(actor, id), views.file(actor, id).number() + ".xlsx", Spreadsheet.TYPE);
  }

  @PostMapping("/files")
  @PreAuthorize("hasRole('FINANCE')")
  ResponseEntity<?> prepare(Actor actor, @RequestBody PrepareBody body) {
    return Answers.created(payouts.prepare(actor, body.funder()), id -> "/api/v1/payouts/files/" + id);
  }

  @PostMapping("/files/{id}/approve")
  @PreAuthorize("hasAnyRole('FINANCE','BUREAU')")
  ResponseEntity<?> approve(Actor actor, @PathVariable UUID id) {
    return Answers.of(payouts.approve(actor, id));
  }

  @PostMapping("/files/{id}/cancel")
  @PreAuthorize("hasAnyRole('FINANCE','BUREAU')")
  ResponseEntity<?> cancel(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
    return Answers.of(payouts.cancel(actor, id, Objects.requireNonNullElse(body.reason(), "")));
  }

  /** The treasury's return file, CSV or XLSX. The same file again has no further effect. */
  @PostMapping(path = "/returns", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasRole('FINANCE')")
  ResponseEntity<?> readReturn(Actor actor, @RequestParam MultipartFile file) throws IOException {
    return Answers.of(payouts.readReturn(actor, Objects.requireNonNullElse(file.getOriginalFilename(), "return"), file.getBytes()));
  }

  @GetMapping("/reconciliation")
  @PreAuthorize(PayoutPages.READERS)
  Reconciliation reconciliation(Actor actor, @RequestParam String funder) {
    return views.reconcile(actor, funder);
  }
}
