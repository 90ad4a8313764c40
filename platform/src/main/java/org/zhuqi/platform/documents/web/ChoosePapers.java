package org.zhuqi.platform.documents.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.zhuqi.platform.documents.AskedPaper;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/**
 * The part of a form in which a paper is chosen from the vault or uploaded on the spot ({@code documents/choosefield}): the
 * form then carries the ids of documents.
 */
@Controller
class ChoosePapers {
  private final Documents documents;
  private final Papers papers;
  private final Clock clock;

  ChoosePapers(Documents documents, Papers papers, Clock clock) {
    this.documents = documents;
    this.papers = papers;
    this.clock = clock;
  }

  @GetMapping("/documents/choose")
  @PreAuthorize("isAuthenticated()")
  String choose(
      Actor actor,
      @RequestParam String field,
      @RequestParam String material,
      @RequestParam(defaultValue = "false") boolean multiple,
      @RequestParam(defaultValue = "") List<UUID> chosen,
      Model model) {
    return show(actor, field, material, multiple, chosen, model);
  }

  @PostMapping("/documents/choose")
  @PreAuthorize(DocumentApi.UPLOADERS)
  String upload(
      Actor actor,
      @RequestParam String field,
      @RequestParam String material,
      @RequestParam(defaultValue = "false") boolean multiple,
      MultipartHttpServletRequest request,
      Fields f,
      Model model)
      throws IOException {
    List<UUID> chosen = new ArrayList<>(multiple ? ids(request.getParameterValues(field)) : List.of());
    List<Refusal> refusals = new ArrayList<>();
    Dates dates = new Dates(f.optionalDate("issued." + field), f.optionalDate("expires." + field));
    for (MultipartFile file : request.getFiles("file." + field)) {
      switch (store(actor, material, file, dates, f)) {
        case Outcome.Done(var id) -> chosen.add(id);
        case Outcome.Refused(var why) -> refusals.addAll(why);
      }
    }
    if (chosen.isEmpty()) chosen.addAll(ids(request.getParameterValues(field)));
    String view = show(actor, field, material, multiple, chosen, model);
    return refusals.isEmpty() ? view : Pages.refused(view, refusals);
  }

  /** What the person read from the paper. */
  private record Dates(@Nullable LocalDate issued, @Nullable LocalDate expires) {}

  private Outcome<UUID> store(Actor actor, String material, MultipartFile file, Dates dates, Fields f) throws IOException {
    String name = String.valueOf(file.getOriginalFilename());
    try (InputStream in = file.getInputStream()) {
      return f.then(() -> documents.store(actor, actor.party(), material, name, in, dates.issued(), dates.expires()));
    }
  }

  private static List<UUID> ids(String @Nullable [] values) {
    if (values == null) return List.of();
    List<UUID> ids = new ArrayList<>();
    for (String value : values) if (!value.isBlank()) ids.add(UUID.fromString(value));
    return ids;
  }

  private String show(Actor actor, String field, String material, boolean multiple, List<UUID> chosen, Model model) {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, Document> known = new LinkedHashMap<>();
    chosen.forEach(id -> readable(actor, id, known));
    if (actor.party() != null) documents.vault(actor.party(), null).forEach(d -> known.putIfAbsent(d.id(), d));
    Optional<AskedPaper> asked = papers.asked(material);
    List<PaperOption> options =
        known.values().stream()
            .filter(d -> asked.map(a -> a.wrong(d, today).isEmpty()).orElse(d.validOn(today)))
            .map(d -> new PaperOption(
                d, d.materialCode().equals(material), chosen.contains(d.id()),
                asked.isPresent() ? asked.get().countsUntil(d) : d.expires()))
            .toList();
    model.addAttribute("field", field);
    model.addAttribute("material", material);
    model.addAttribute("materialName", papers.name(material));
    model.addAttribute("multiple", multiple);
    model.addAttribute("asked", asked.orElse(null));
    model.addAttribute("fitting", options.stream().filter(o -> o.fits() || o.chosen()).toList());
    model.addAttribute("others", options.stream().filter(o -> !o.fits() && !o.chosen()).toList());
    return "documents/choose";
  }

  /** An id from an old form may be gone or not ours; it is then simply not offered. */
  private void readable(Actor actor, UUID id, Map<UUID, Document> known) {
    try {
      known.put(id, documents.readable(actor, id));
    } catch (NotFoundException e) {
      known.remove(id);
    }
  }
}
