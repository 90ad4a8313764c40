package org.zhuqi.platform.documents.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Answers;

/** Documents for machines. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentApi {
  /** Auditors and administrators look, and hand nothing in. */
  static final String UPLOADERS = "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER')";

  private final Documents documents;

  DocumentApi(Documents documents) {
    this.documents = documents;
  }

  /** A document without its content. */
  record View(
      UUID id,
      String fileName,
      String mediaType,
      long sizeBytes,
      String sha256,
      String material,
      @Nullable LocalDate issued,
      @Nullable LocalDate expires,
      OffsetDateTime uploadedAt) {
    static View of(Document d) {
      return new View(
          d.id(), d.fileName(), d.mediaType(), d.sizeBytes(), d.sha256(), d.materialCode(), d.issued(), d.expires(), d.uploadedAt());
    }
  }

  /**
   * Takes a file into the caller's own vault; an official's goes to no vault.
   *
   * @param issued the paper's own date; needed where a measure counts it from there
   * @param expires last day that the paper names itself
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize(UPLOADERS)
  ResponseEntity<?> upload(
      Actor actor,
      @RequestParam MultipartFile file,
      @RequestParam String material,
      @RequestParam(required = false) @Nullable LocalDate issued,
      @RequestParam(required = false) @Nullable LocalDate expires)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      var outcome =
          documents
              .store(actor, actor.party(), material, String.valueOf(file.getOriginalFilename()), in, issued, expires)
              .map(id -> View.of(documents.readable(actor, id)));
      return Answers.created(outcome, d -> "/api/v1/documents/" + d.id());
    }
  }

  /** The caller's vault, newest first. */
  @GetMapping
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  List<View> vault(Actor actor, @RequestParam(required = false) @Nullable String material) {
    return documents.vault(actor.partyOrThrow(), material).stream().map(View::of).toList();
  }

  @GetMapping("/{id}")
  @PreAuthorize("isAuthenticated()")
  View one(Actor actor, @PathVariable UUID id) {
    return View.of(documents.readable(actor, id));
  }

  @GetMapping("/{id}/content")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<FileSystemResource> content(Actor actor, @PathVariable UUID id) {
    return ContentAnswer.download(documents.open(actor, id));
  }
}
