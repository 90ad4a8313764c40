package org.zhuqi.platform.documents.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.OpenedDocument;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Fact;
import org.zhuqi.platform.web.listing.Column.Kind;

/** One document: looked at inline, downloaded. The facade decides who may. */
@Controller
class DocumentPages {
  private final Documents documents;
  private final Papers papers;

  DocumentPages(Documents documents, Papers papers) {
    this.documents = documents;
    this.papers = papers;
  }

  @GetMapping("/documents/{id}")
  @PreAuthorize("isAuthenticated()")
  String document(Actor actor, @PathVariable UUID id, Model model) {
    Document d = documents.readable(actor, id);
    model.addAttribute("document", d);
    model.addAttribute("material", papers.name(d.materialCode()));
    model.addAttribute(
        "facts",
        List.of(
            Fact.of("文件名", "File name", d.fileName()),
            Fact.of("大小", "Size", d.size()),
            Fact.of("上传人", "Uploaded by", d.uploaderName()),
            Fact.of(Kind.TIME, "上传时间", "Uploaded", d.uploadedAt()),
            Fact.of(Kind.DATE, "有效期至", "Valid until", d.expires()),
            Fact.of(Kind.CODE, "SHA-256", "SHA-256", d.sha256())));
    return "documents/document";
  }

  @GetMapping("/documents/{id}/download")
  @PreAuthorize("isAuthenticated()")
  Object download(Actor actor, @PathVariable UUID id) {
    return ContentAnswer.download(documents.open(actor, id));
  }

  /** The content inside a page: PDF, images and XML as they are, a workbook as a table, OFD only as a hint. */
  @GetMapping("/documents/{id}/content")
  @PreAuthorize("isAuthenticated()")
  Object content(Actor actor, @PathVariable UUID id, Model model) {
    OpenedDocument opened = documents.open(actor, id);
    String type = opened.document().mediaType();
    if (type.endsWith("spreadsheetml.sheet")) {
      Optional<SheetGlance> sheet = SheetGlance.of(opened.file());
      sheet.ifPresent(s -> model.addAttribute("sheet", s));
      return sheet.isPresent() ? "documents/sheet" : "documents/nopreview";
    }
    return type.endsWith("ofd") ? "documents/nopreview" : ContentAnswer.inline(opened);
  }
}
