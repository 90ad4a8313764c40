package org.zhuqi.platform.documents.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.OpenedDocument;

/** A file on its way to a browser: what it shows inline can neither run nor load anything. */
final class ContentAnswer {
  /** Also keeps it from being part of another site's page. */
  private static final String INERT =
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
  /** Chromium's own PDF viewer does not start in a sandbox; it runs apart from the page by itself. */
  private static final String PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  private ContentAnswer() {}

  static ResponseEntity<FileSystemResource> inline(OpenedDocument opened) {
    boolean pdf = opened.document().mediaType().equals("application/pdf");
    return answer(opened, ContentDisposition.inline(), shownAs(opened.document()), pdf ? PDF : INERT);
  }

  static ResponseEntity<FileSystemResource> download(OpenedDocument opened) {
    return answer(opened, ContentDisposition.attachment(), MediaType.parseMediaType(opened.document().mediaType()), INERT);
  }

  /** XML is shown as the text that it is: a browser would apply style sheets to it. */
  private static MediaType shownAs(Document d) {
    return d.mediaType().endsWith("xml")
        ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)
        : MediaType.parseMediaType(d.mediaType());
  }

  private static ResponseEntity<FileSystemResource> answer(
      OpenedDocument opened, ContentDisposition.Builder disposition, MediaType type, String policy) {
    Document d = opened.document();
    return ResponseEntity.ok()
        .header("Content-Disposition", disposition.filename(d.fileName(), StandardCharsets.UTF_8).build().toString())
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .eTag("\"" + d.sha256() + "\"")
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(type)
        .body(new FileSystemResource(opened.file()));
  }
}
