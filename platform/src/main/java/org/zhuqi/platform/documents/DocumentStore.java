package org.zhuqi.platform.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the vault. */
@Repository
class DocumentStore {
  private static final String COLUMNS =
      "d.id, d.sha256, d.size_bytes, d.media_type, d.file_name, d.owner_party, d.issued, d.expires, d.uploaded_at, d.uploaded_by,"
          + " d.uploader_name, ";
  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Subject(String kind, UUID id) {}

  /** Until the transaction ends nobody else keeps or deletes this content. */
  void lock(String sha256) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('content:' || current_tenant() || :sha, 0))")
        .param("sha", sha256)
        .query((rs, row) -> true)
        .single();
  }

  void insert(Document d) {
    jdbc.sql(
            """
            insert into document (id, sha256, size_bytes, media_type, file_name, owner_party, material_code, issued, expires,
                                  uploaded_at, uploaded_by, uploader_name)
            values (:id, :sha, :size, :type, :name, :owner, :material, :issued, :expires, :at, :by, :byName)""")
        .param("id", d.id())
        .param("sha", d.sha256())
        .param("size", d.sizeBytes())
        .param("type", d.mediaType())
        .param("name", d.fileName())
        .param("owner", d.ownerParty())
        .param("material", d.materialCode())
        .param("issued", d.issued())
        .param("expires", d.expires())
        .param("at", d.uploadedAt())
        .param("by", d.uploadedBy())
        .param("byName", d.uploaderName())
        .update();
  }

  Optional<Document> byId(UUID id) {
    return jdbc.sql("select " + COLUMNS + "d.material_code from document d where d.id = :id")
        .param("id", id)
        .query(DocumentStore::document)
        .optional();
  }

  void attach(UUID id, String kind, UUID subject, String material, OffsetDateTime at, @Nullable UUID by) {
    jdbc.sql(
            """
            insert into attachment (document_id, subject_kind, subject, material_code, attached_at, attached_by)
            values (:id, :kind, :subject, :material, :at, :by) on conflict do nothing""")
        .param("id", id)
        .param("kind", kind)
        .param("subject", subject)
        .param("material", material)
        .param("at", at)
        .param("by", by)
        .update();
  }

  void detach(UUID id, String kind, UUID subject) {
    jdbc.sql("delete from attachment where document_id = :id and subject_kind = :kind and subject = :subject")
        .param("id", id)
        .param("kind", kind)
        .param("subject", subject)
        .update();
  }

  List<Document> attachedTo(String kind, UUID subject) {
    return jdbc.sql(
            "select " + COLUMNS + "a.material_code from attachment a join document d on d.tenant = a.tenant and d.id = a.document_id"
                + " where a.subject_kind = :kind and a.subject = :subject order by a.material_code, a.attached_at")
        .param("kind", kind)
        .param("subject", subject)
        .query(DocumentStore::document)
        .list();
  }

  List<Document> vault(UUID party, @Nullable String material) {
    return jdbc.sql(
            "select " + COLUMNS + "d.material_code from document d where d.owner_party = :party"
                + " and (cast(:material as text) is null or d.material_code = :material) order by d.uploaded_at desc, d.id desc")
        .param("party", party)
        .param("material", material)
        .query(DocumentStore::document)
        .list();
  }

  List<Subject> subjectsOf(UUID document) {
    return jdbc.sql("select distinct subject_kind, subject from attachment where document_id = :id")
        .param("id", document)
        .query((rs, row) -> new Subject(rs.getString(1), Objects.requireNonNull(rs.getObject(2, UUID.class))))
        .list();
  }

  /** A paper of a vault that counts no longer, or will soon not. */
  record Ending(UUID id, UUID owner, String materialCode, String fileName, LocalDate until, boolean lapsed) {}

  /** Those that lapse within some days or have lapsed within as many, unless the vault holds one that counts longer. */
  List<Ending> ending(LocalDate today, int days, String validity) {
    return jdbc.sql(
            """
            with counted as (%s)
            select d.id, d.owner_party as owner, d.material_code, d.file_name, d.until, d.until < :today as lapsed
              from counted d
             where d.owner_party is not null and d.until between :from and :to
               and not exists (select from counted n
                                where n.tenant = d.tenant and n.owner_party = d.owner_party and n.material_code = d.material_code
                                  and n.id <> d.id and (n.until is null or n.until > d.until))
             order by d.until, d.id""".formatted(Validity.COUNTED))
        .param("validity", validity)
        .param("today", today)
        .param("from", today.minusDays(days))
        .param("to", today.plusDays(days))
        .query(Ending.class)
        .list();
  }

  /** Whether this had not been said yet; it counts as said from now on. */
  boolean remindOnce(UUID document, boolean lapsed) {
    return jdbc.sql("insert into document_reminder (document_id, lapsed) values (:id, :lapsed) on conflict do nothing")
            .param("id", document)
            .param("lapsed", lapsed)
            .update()
        == 1;
  }

  /** Removes what officials uploaded and never used; papers of a party's vault stay. */
  int deleteUnused(OffsetDateTime before) {
    return jdbc.sql(
            """
            delete from document d where d.owner_party is null and d.uploaded_at < :before
               and not exists (select from attachment a where a.document_id = d.id)""")
        .param("before", before)
        .update();
  }

  boolean isKept(String sha256) {
    return jdbc.sql("select exists (select from document where sha256 = :sha)").param("sha", sha256).query(Boolean.class).single();
  }

  private static Document document(ResultSet rs, int row) throws SQLException {
    return new Document(
        Objects.requireNonNull(rs.getObject("id", UUID.class)),
        rs.getString("sha256"),
        rs.getLong("size_bytes"),
        rs.getString("media_type"),
        rs.getString("file_name"),
        rs.getObject("owner_party", UUID.class),
        rs.getString("material_code"),
        rs.getObject("issued", LocalDate.class),
        rs.getObject("expires", LocalDate.class),
        Objects.requireNonNull(rs.getObject("uploaded_at", OffsetDateTime.class)),
        rs.getObject("uploaded_by", UUID.class),
        rs.getString("uploader_name"));
  }
}
