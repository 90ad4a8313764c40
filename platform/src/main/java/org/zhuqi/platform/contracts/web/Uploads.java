package org.zhuqi.platform.contracts.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Puts files that came with a form into the vault, and collects what is wrong with each. */
@Component
class Uploads {
  private final Documents documents;

  Uploads(Documents documents) {
    this.documents = documents;
  }

  /** The document, or null when no file was sent; refusals are added to {@code wrong}. */
  @Nullable UUID one(Actor by, @Nullable MultipartFile file, String material, List<Refusal> wrong) {
    if (file == null || file.isEmpty()) return null;
    String name = file.getOriginalFilename() == null ? material : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      Outcome<UUID> kept = documents.store(by, by.partyOrThrow(), material, name, in, null);
      kept.refusals().forEach(r -> wrong.add(r.at(material)));
      return kept instanceof Outcome.Done<UUID>(var id) ? id : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<UUID> all(Actor by, @Nullable List<MultipartFile> files, String material, List<Refusal> wrong) {
    List<UUID> kept = new ArrayList<>();
    if (files == null) return kept;
    for (MultipartFile file : files) {
      UUID id = one(by, file, material, wrong);
      if (id != null) kept.add(id);
    }
    return kept;
  }
}
