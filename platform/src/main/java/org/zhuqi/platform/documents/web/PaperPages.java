package org.zhuqi.platform.documents.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.documents.Validity;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listing;
import org.zhuqi.platform.web.listing.Listings;

/** A party's own papers: kept once, used in every case that asks for them. */
@Controller
class PaperPages {
  private final Documents documents;
  private final Papers papers;
  private final Validity validity;
  private final Listings listings;
  private final Clock clock;
  private final Listing<Row> mine;

  PaperPages(Documents documents, Papers papers, Validity validity, Listings listings, Clock clock) {
    this.documents = documents;
    this.papers = papers;
    this.validity = validity;
    this.listings = listings;
    this.clock = clock;
    this.mine = listing();
  }

  record Row(UUID id, String materialCode, String fileName, long sizeBytes, @Nullable LocalDate issued, @Nullable LocalDate until, OffsetDateTime uploadedAt, long uses) {}

  private Listing<Row> listing() {
    return Listing.of(
            "papers",
            Row.class,
            """
            select d.id, d.material_code, d.file_name, d.size_bytes, d.issued, d.until, d.uploaded_at,
                   (select count(*) from attachment a where a.document_id = d.id) as uses
              from (%s) d where d.owner_party = :party""".formatted(Validity.COUNTED))
        .title("我的材料", "My papers")
        .text("material_code", "材料", "Paper", r -> papers.name(r.materialCode()))
        .text("file_name", "文件", "File", Row::fileName)
        .text("size_bytes", "大小", "Size", r -> org.zhuqi.platform.web.Paper.size(r.sizeBytes()))
        .date("issued", "出具日期", "Dated", Row::issued)
        .date("until", "有效期至", "Valid until", Row::until)
        .badge("id", "状态", "State", this::state)
        .number("uses", "已用于", "Used in", Row::uses)
        .time("uploaded_at", "上传时间", "Uploaded", Row::uploadedAt)
        .search("文件名", "File name", "file_name")
        .select("material_code", "材料", "Paper", this::materials)
        .opens(r -> "/documents/" + r.id())
        .orderedBy("-uploaded_at")
        .empty("还没有材料。上传一次，以后每次申请都可以直接选用。", "No papers yet. Upload once, and choose them in every application after that.");
  }

  private Badge state(Row r) {
    LocalDate today = LocalDate.now(clock);
    LocalDate until = r.until();
    if (until == null) return Badge.good("有效", "Valid");
    if (today.isAfter(until)) return Badge.off("已过期", "Expired");
    return today.plusDays(Validity.SOON_DAYS).isAfter(until) ? Badge.warn("即将到期", "Expires soon") : Badge.good("有效", "Valid");
  }

  private List<Filter.Option> materials() {
    return papers.names().entrySet().stream()
        .map(e -> new Filter.Option(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(Filter.Option::value))
        .toList();
  }

  @GetMapping("/papers")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  ModelAndView list(Actor actor, ListQuery query) {
    return listings
        .show("documents/papers", mine, query, actor, Map.of("party", actor.partyOrThrow(), "validity", validity.months()))
        .addObject("materials", materials())
        .addObject("dated", String.join("、", papers.dated()));
  }

  @PostMapping("/papers")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  Object upload(Actor actor, Fields f, @RequestParam MultipartFile file, ListQuery query) throws IOException {
    String material = f.text("material", 80);
    LocalDate issued = f.optionalDate("issued");
    LocalDate expires = f.optionalDate("expires");
    if (file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank()) {
      f.refuse("file", "document_none", "请选择文件。", "Choose a file.");
    }
    String name = String.valueOf(file.getOriginalFilename());
    try (InputStream in = file.getInputStream()) {
      Outcome<UUID> outcome = f.then(() -> documents.store(actor, actor.partyOrThrow(), material, name, in, issued, expires));
      if (outcome.isDone()) return Pages.go("/papers", "已存入我的材料", "Kept among your papers");
      ModelAndView again = list(actor, ListQuery.of(Map.of()));
      again.setViewName(Pages.refused("documents/papers", outcome));
      return again;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem papersNav() {
      return new NavItem(java.util.Set.of(Role.ENTERPRISE, Role.INSTITUTION), new Text("我的材料", "My papers"), "/papers", 700);
    }
  }
}
