package org.zhuqi.platform.complaints.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.complaints.FileServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaintList;
import org.zhuqi.platform.complaints.ServiceComplaints;
import org.zhuqi.platform.complaints.ServiceGrounds;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Complaints about services for programs. */
@RestController
@RequestMapping("/api/v1/service-complaints")
@PreAuthorize(ServiceComplaintPages.READERS)
@Tag(name = "service-complaints", description = "Complaints of enterprises about the services of institutions")
class ServiceComplaintApi {
  private final ServiceComplaints complaints;
  private final ServiceGrounds grounds;
  private final Listings listings;
  private final Clock clock;

  ServiceComplaintApi(ServiceComplaints complaints, ServiceGrounds grounds, Listings listings, Clock clock) {
    this.complaints = complaints;
    this.grounds = grounds;
    this.listings = listings;
    this.clock = clock;
  }

  record StatementBody(@Nullable String statement, @Nullable List<UUID> evidence) {}

  record AnswerBody(boolean founded, @Nullable String answer) {}

  @GetMapping
  @Operation(summary = "The complaints that the caller may see")
  ListPage.Slice<ServiceComplaintList.Row> list(@Parameter(hidden = true) Actor actor, @Parameter(hidden = true) ListQuery query) {
    return listings.page(ServiceComplaintList.LISTING, query, ServiceComplaintList.parameters(actor)).slice();
  }

  @GetMapping("/grounds")
  @Operation(summary = "What a complaint may cite: grounds and principles of the measures")
  List<ServiceGrounds.Citation> grounds() {
    return grounds.citations(LocalDate.now(clock));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One complaint")
  ServiceComplaint one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    return complaints.get(actor, id);
  }

  @PostMapping
  @PreAuthorize("hasRole('ENTERPRISE')")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Complain about an institution")
  Map<String, UUID> file(@Parameter(hidden = true) Actor actor, @RequestBody FileServiceComplaint body) {
    return Map.of("id", complaints.file(actor, body).orThrow());
  }

  @PostMapping("/{id}/statement")
  @PreAuthorize("hasRole('INSTITUTION')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The institution states its side, once")
  void state(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody StatementBody body) {
    complaints.state(actor, id, Objects.requireNonNullElse(body.statement(), ""), Objects.requireNonNullElse(body.evidence(), List.of())).orThrow();
  }

  @PostMapping("/{id}/answer")
  @PreAuthorize(ServiceComplaintPages.OFFICE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Answered, once, by one of those whom the measure names")
  void answer(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody AnswerBody body) {
    complaints.answer(actor, id, body.founded(), Objects.requireNonNullElse(body.answer(), "")).orThrow();
  }
}
