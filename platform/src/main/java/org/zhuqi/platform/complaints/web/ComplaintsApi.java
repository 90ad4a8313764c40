package org.zhuqi.platform.complaints.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
import org.zhuqi.platform.complaints.Complaint;
import org.zhuqi.platform.complaints.ComplaintList;
import org.zhuqi.platform.complaints.Complaints;
import org.zhuqi.platform.complaints.FileComplaint;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Complaints for programs. */
@RestController
@RequestMapping("/api/v1/complaints")
@PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION', 'CENTRE', 'BUREAU', 'FINANCE', 'AUDITOR')")
@Tag(name = "complaints", description = "Complaints about officials: to the supervisor, never to the official's agency")
class ComplaintsApi {
  private final Complaints complaints;
  private final ComplaintList list;
  private final Listings listings;

  ComplaintsApi(Complaints complaints, ComplaintList list, Listings listings) {
    this.complaints = complaints;
    this.list = list;
    this.listings = listings;
  }

  record ComplaintBody(
      UUID id, String number, UUID party, Instant filedAt, String agency, String official, LocalDate happenedOn, String words,
      @Nullable LocalDate dueOn, @Nullable String answer, @Nullable Instant answeredAt) {
    static ComplaintBody of(Complaint c) {
      return new ComplaintBody(
          c.id(), c.number(), c.party(), c.filedAt(), c.agency(), c.official(), c.happenedOn(), c.words(), c.dueOn(), c.answer(), c.answeredAt());
    }
  }

  record AnswerBody(String answer) {}

  @GetMapping
  @Operation(summary = "The complaints that the caller may see")
  ListPage.Slice<ComplaintList.Row> list(@Parameter(hidden = true) Actor actor, @Parameter(hidden = true) ListQuery query) {
    return listings.page(list.listing(), query, list.parameters(actor)).slice();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One complaint")
  ComplaintBody one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    return ComplaintBody.of(complaints.get(actor, id));
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Complain about an official")
  Map<String, UUID> file(@Parameter(hidden = true) Actor actor, @RequestBody FileComplaint body) {
    return Map.of("complaint", complaints.file(actor, body).orThrow());
  }

  @PostMapping("/{id}/answer")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU', 'FINANCE', 'AUDITOR')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The supervisor answers, once")
  void answer(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody AnswerBody body) {
    complaints.answer(actor, id, body.answer()).orThrow();
  }
}
