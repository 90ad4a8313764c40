package org.zhuqi.platform.vouchers.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.vouchers.Batch;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Figures;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** A released batch for everybody: its guide, and the draw with what it takes to recompute it. */
@Controller
class PublicBatchPages {
  private final Batches batches;
  private final Figures figures;
  private final Funders funders;
  private final VoucherMeasures measures;
  private final Listings listings;

  PublicBatchPages(Batches batches, Figures figures, Funders funders, VoucherMeasures measures, Listings listings) {
    this.batches = batches;
    this.figures = figures;
    this.funders = funders;
    this.measures = measures;
    this.listings = listings;
  }

  @GetMapping("/totals/{id}")
  @PreAuthorize("permitAll()")
  String show(@PathVariable UUID id, Model model) {
    Batch b = batches.released(id);
    model.addAttribute("b", b);
    model.addAttribute("funder", funders.label(b.funder()));
    model.addAttribute("measures", measures);
    return "vouchers/public";
  }

  @GetMapping("/totals/{id}/draw")
  @PreAuthorize("permitAll()")
  ModelAndView draw(@PathVariable UUID id, ListQuery query) {
    Batch b = batches.released(id);
    ModelAndView page = listings.show("vouchers/draw", DrawList.LISTING, query, null, DrawList.of(id));
    page.addObject("b", b);
    page.addObject("basis", measures.article("claim.order"));
    return page;
  }

  /** The numbers of the claims that went into the draw, one a line, for whoever recomputes it. */
  @GetMapping("/totals/{id}/draw/claims.txt")
  @PreAuthorize("permitAll()")
  ResponseEntity<byte[]> claims(@PathVariable UUID id) {
    batches.released(id);
    String lines = figures.drawnClaims(id).stream().map(c -> c + "\n").collect(Collectors.joining());
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(lines.getBytes(StandardCharsets.UTF_8));
  }
}
