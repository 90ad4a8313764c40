package org.zhuqi.platform.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** The evidence vault. */
@Service
public class Documents {
  private final DocumentStore store;
  private final ContentStore contents;
  private final Inspection inspection;
  private final Papers papers;
  private final ObjectProvider<DocumentAccess> access;
  private final AuditTrail audit;
  private final Clock clock;

  Documents(
      DocumentStore store,
      ContentStore contents,
      Inspection inspection,
      Papers papers,
      ObjectProvider<DocumentAccess> access,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.contents = contents;
    this.inspection = inspection;
    this.papers = papers;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file, after looking at what it really is.
   *
   * @param ownerParty whose vault it goes to; a party can only fill its own
   * @param materialCode what it serves as
   * @param issued its own date, which a measure may ask for; or null
   * @param expires last day that it names itself, or null
   * @return the document's id; or why it is not taken: {@code document_empty}, {@code document_too_large}, {@code
   *     document_name}, {@code document_type}, {@code document_disguised}, {@code document_bomb}, {@code document_xml}, {@code
   *     material_type}, {@code material_undated}, {@code issued_in_future}, {@code dates_reversed}
   */
  @Transactional
  public Outcome<UUID> store(
      Actor by,
      @Nullable UUID ownerParty,
      String materialCode,
      String fileName,
      InputStream in,
      @Nullable LocalDate issued,
      @Nullable LocalDate expires) {
    if (by.role().isParty() && !by.partyOrThrow().equals(ownerParty)) throw new ForbiddenException(by, by.role());
    Optional<AskedPaper> asked = papers.asked(materialCode);
    List<Refusal> dates = wrongDates(asked, fileName, issued, expires);
    if (!dates.isEmpty()) return Outcome.refused(dates);
    return contents
        .receive(in)
        .then(
            received -> {
              Outcome<FileType> found =
                  inspection.inspect(fileName, received.file()).then(type -> ofKind(asked, type, fileName));
              if (!found.isDone()) contents.discard(received.file());
              return found.map(type -> keep(by, ownerParty, materialCode, fileName, type, received, issued, expires));
            });
  }

  /** As {@link #store}, for a paper whose own date nobody asks for. */
  @Transactional
  public Outcome<UUID> store(
      Actor by, @Nullable UUID ownerParty, String materialCode, String fileName, InputStream in, @Nullable LocalDate expires) {
    return store(by, ownerParty, materialCode, fileName, in, null, expires);
  }

  private List<Refusal> wrongDates(
      Optional<AskedPaper> asked, String fileName, @Nullable LocalDate issued, @Nullable LocalDate expires) {
    List<Refusal> wrong = new ArrayList<>();
    if (issued == null) asked.filter(AskedPaper::needsDate).ifPresent(a -> wrong.add(a.undated(fileName).at("issued")));
    if (issued != null && issued.isAfter(LocalDate.now(clock))) wrong.add(DocumentRefusals.issuedInFuture());
    if (issued != null && expires != null && expires.isBefore(issued)) wrong.add(DocumentRefusals.datesReversed());
    return wrong;
  }

  private static Outcome<FileType> ofKind(Optional<AskedPaper> asked, FileType type, String fileName) {
    return asked
        .filter(a -> !a.isOfKind(type.mediaType()))
        .<Outcome<FileType>>map(a -> Outcome.refused(a.ofKind(fileName).at("file")))
        .orElse(Outcome.done(type));
  }

  private UUID keep(
      Actor by,
      @Nullable UUID ownerParty,
      String materialCode,
      String fileName,
      FileType type,
      ContentStore.Received received,
      @Nullable LocalDate issued,
      @Nullable LocalDate expires) {
    store.lock(received.sha256());
    contents.keep(received);
    UUID id = Ids.next();
    store.insert(
        new Document(
            id, received.sha256(), received.sizeBytes(), type.mediaType(), FileNames.clean(fileName), ownerParty,
            materialCode, issued, expires, OffsetDateTime.now(clock), by.account(), by.name()));
    audit.record(by, "document.stored", "document", id, null, "上传材料",
        Map.of("sha256", received.sha256(), "bytes", received.sizeBytes(), "material", materialCode));
    return id;
  }

  /** Makes a document evidence for something. Idempotent. The caller must be able to read the document. */
  @Transactional
  public void attach(Actor by, UUID document, String subjectKind, UUID subject, String materialCode) {
    readable(by, document);
    store.attach(document, subjectKind, subject, materialCode, OffsetDateTime.now(clock), by.account());
  }

  /** Takes a document off again, while its room still lets it be changed. The document itself stays in the vault. */
  @Transactional
  public void detach(Actor by, UUID document, String subjectKind, UUID subject) {
    readable(by, document);
    store.detach(document, subjectKind, subject);
  }

  /** The evidence for something, by material and then by time; {@link Document#materialCode} is what it serves as there. */
  @Transactional(readOnly = true)
  public List<Document> attachedTo(String subjectKind, UUID subject) {
    return store.attachedTo(subjectKind, subject);
  }

  /** A party's papers, newest first; of one material, or of all. Expired ones too: see {@link Document#validOn}. */
  @Transactional(readOnly = true)
  public List<Document> vault(UUID party, @Nullable String materialCode) {
    return store.vault(party, materialCode);
  }

  /**
   * The document, for one who may read it.
   *
   * @throws NotFoundException when there is none, or it is not for this caller
   */
  @Transactional(readOnly = true)
  public Document readable(Actor by, UUID document) {
    Document d = store.byId(document).orElseThrow(() -> new NotFoundException("document " + document));
    if (!mayRead(by, d)) throw new NotFoundException("document " + document);
    return d;
  }

  /** The document with its content, for one who may read it. Each opening of another's paper is recorded. */
  @Transactional
  public OpenedDocument open(Actor by, UUID document) {
    Document d = readable(by, document);
    if (by.party() == null || !by.party().equals(d.ownerParty())) {
      audit.record(by, "document.opened", "document", d.id(), null, "查阅材料", Map.of("sha256", d.sha256()));
    }
    return new OpenedDocument(d, contents.file(d.sha256()));
  }

  private boolean mayRead(Actor by, Document d) {
    if (by.is(Role.AUDITOR, Role.SYSTEM)) return true;
    if (by.account() != null && by.account().equals(d.uploadedBy())) return true;
    if (by.party() != null && by.party().equals(d.ownerParty())) return true;
    return store.subjectsOf(d.id()).stream()
        .anyMatch(s -> access.stream().anyMatch(room -> room.mayRead(by, s.kind(), s.id())));
  }
}
