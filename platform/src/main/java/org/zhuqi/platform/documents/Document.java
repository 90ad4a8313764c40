package org.zhuqi.platform.documents;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence.
 *
 * @param sha256 of its content, hexadecimal
 * @param ownerParty whose vault it lies in; null for what officials uploaded
 * @param materialCode what it serves as: code of the material in the pack; where listed for a case, what it serves as there
 * @param issued its own date (出具日期), from which a measure may count; null where nobody said
 * @param expires last day that it names itself; null for none
 */
public record Document(
    UUID id,
    String sha256,
    long sizeBytes,
    String mediaType,
    String fileName,
    @Nullable UUID ownerParty,
    String materialCode,
    @Nullable LocalDate issued,
    @Nullable LocalDate expires,
    OffsetDateTime uploadedAt,
    @Nullable UUID uploadedBy,
    String uploaderName) {

  /** By the last day that it names itself; whether a measure counts it is {@link AskedPaper}'s to say. */
  public boolean validOn(LocalDate day) {
    return expires == null || !day.isAfter(expires);
  }

  /** For people: {@code 312 KB}. */
  public String size() {
    return sizeBytes < 1024 ? sizeBytes + " B" : sizeBytes < 1024 * 1024 ? sizeBytes / 1024 + " KB"
        : "%.1f MB".formatted(sizeBytes / 1048576.0);
  }
}
