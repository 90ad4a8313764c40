package org.zhuqi.platform.ratings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.PublicCatalogue;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.Standing;
import org.zhuqi.platform.contracts.Timeliness;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.ratings.Ranking;
import org.zhuqi.platform.ratings.Rankings;
import org.zhuqi.platform.ratings.Rating;
import org.zhuqi.platform.ratings.Ratings;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.Language;
import org.zhuqi.platform.web.print.Spreadsheet;

/** The public ranking with everything needed to compute it again, and the public page of one institution. */
@Controller
class RankingPages {
  private static final List<Text> HEADS =
      List.of(
          new Text("合同编号", "Contract"), new Text("统一社会信用代码", "Credit code"), new Text("服务机构", "Institution"),
          new Text("分值", "Value"), new Text("评价日期", "Rated on"));

  private final Rankings rankings;
  private final Ratings ratings;
  private final PublicCatalogue services;
  private final Catalogue catalogue;
  private final Parties parties;
  private final Areas areas;
  private final Timeliness timeliness;
  private final Rules rules;

  RankingPages(
      Rankings rankings,
      Ratings ratings,
      PublicCatalogue services,
      Catalogue catalogue,
      Parties parties,
      Areas areas,
      Timeliness timeliness,
      Rules rules) {
    this.rankings = rankings;
    this.ratings = ratings;
    this.services = services;
    this.catalogue = catalogue;
    this.parties = parties;
    this.areas = areas;
    this.timeliness = timeliness;
    this.rules = rules;
  }

  @GetMapping("/ranking")
  @PreAuthorize("permitAll()")
  String ranking(Model model) {
    model.addAttribute("ranking", rankings.ranking());
    model.addAttribute("ties", Ranking.TIES);
    return "ratings/ranking";
  }

  /** Every rating that the ranking is computed from; neither who rated nor what was said. */
  @GetMapping("/ranking/ratings.xlsx")
  @PreAuthorize("permitAll()")
  ResponseEntity<byte[]> inputs(HttpServletRequest request) {
    boolean english = Language.isEnglish(request);
    var out = new java.io.ByteArrayOutputStream();
    try (Spreadsheet sheet = Spreadsheet.to(out, english ? "Ratings" : "评价", english)) {
      sheet.header(
          HEADS.stream().map(h -> h.in(english)).toList());
      List<Rating> all = rankings.inputs();
      var known = parties.of(all.stream().map(Rating::provider).distinct().toList());
      for (Rating r : all) {
        Party provider = known.get(r.provider());
        sheet.values(r.contractNumber(), provider == null ? "" : provider.creditCode().toString(), r.providerName(), r.grade(), r.ratedOn());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String disposition =
        ContentDisposition.attachment().filename(english ? "ratings.xlsx" : "评价数据.xlsx", StandardCharsets.UTF_8).build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(Spreadsheet.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .body(out.toByteArray());
  }

  @GetMapping("/institutions/{id}")
  @PreAuthorize("permitAll()")
  String institution(@PathVariable UUID id, Model model) {
    Party party = parties.get(id);
    Standing.State standing = catalogue.standing(List.of(id)).get(id);
    if (!party.is(PartyKind.INSTITUTION) || standing == null) throw new NotFoundException("institution " + id);
    model.addAttribute("name", party.name());
    model.addAttribute("creditCode", party.creditCode().toString());
    model.addAttribute("area", areas.find(party.area()).map(a -> a.label()).orElse(new Text(party.area(), party.area())));
    model.addAttribute("standing", standing);
    model.addAttribute("line", rankings.ranking().lines().stream().filter(l -> l.party().equals(id)).findFirst());
    model.addAttribute("figures", timeliness.of(Set.of(id)).getOrDefault(id, Timeliness.Figures.NONE));
    model.addAttribute("timeliness", java.util.Objects.requireNonNullElse(rules.provision("service.timeliness"), ""));
    model.addAttribute("hits", services.ofInstitution(id));
    model.addAttribute("ratings", ratings.ofInstitution(id, 0, 50));
    model.addAttribute("grades", ratings.grades());
    model.addAttribute("categories", rules.categories().items());
    return "ratings/institution";
  }
}
