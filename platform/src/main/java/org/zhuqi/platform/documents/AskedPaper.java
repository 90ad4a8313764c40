package org.zhuqi.platform.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Materials;
import org.zhuqi.platform.shared.Refusal;

/**
 * A paper that a measure asks for, and whether a document counts as it: by its kind of file and by its dates.
 *
 * @param provision id of the provision that asks for it
 */
public record AskedPaper(Materials.Item item, String provision) {

  /** Empty where the measure asks for no such paper. */
  public static Optional<AskedPaper> of(Materials materials, String code) {
    return materials.item(code).map(i -> new AskedPaper(i, materials.id()));
  }

  /** What keeps a document from counting on a day; empty when it counts. */
  public List<Refusal> wrong(Document d, LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    if (!isOfKind(d.mediaType())) wrong.add(ofKind(d.fileName()));
    if (needsDate() && d.issued() == null) wrong.add(undated(d.fileName()));
    LocalDate until = countsUntil(d);
    if (until != null && today.isAfter(until)) wrong.add(expired(d.fileName(), until));
    return wrong;
  }

  /** Whether it counts only for a time from its own date. */
  public boolean needsDate() {
    return item.validityMonths() != null;
  }

  /** The last day on which a document counts as this paper: that which it names or that which the measure sets, the earlier. */
  public @Nullable LocalDate countsUntil(Document d) {
    LocalDate named = d.expires();
    LocalDate set = d.issued() == null ? null : item.countsUntil(d.issued());
    return set == null || named != null && named.isBefore(set) ? named : set;
  }

  boolean isOfKind(String mediaType) {
    return item.accepts().isEmpty() || item.accepts().stream().anyMatch(type -> FileType.isOf(type, mediaType));
  }

  /** The kinds of file for people: {@code PDF、JPG}. */
  public String kinds(boolean english) {
    List<String> types = item.accepts().isEmpty() ? List.of("pdf", "jpg", "png", "ofd", "xlsx", "xml") : item.accepts();
    return String.join(english ? ", " : "、", types).toUpperCase(Locale.ROOT);
  }

  /** For the file field: {@code .pdf,.jpg,.jpeg}. */
  public String offered() {
    return FileType.offered(item.accepts());
  }

  Refusal ofKind(String fileName) {
    return Refusal.of(
            "material_type",
            "“" + item.name().zh() + "”须为 " + kinds(false) + " 文件，“" + fileName + "”不是。",
            "For " + item.name().en() + " the file must be one of " + kinds(true) + "; \"" + fileName + "\" is not.")
        .by(provision)
        .remedy("请上传所列格式的文件。", "Upload a file of one of these kinds.");
  }

  Refusal undated(String fileName) {
    return Refusal.of(
            "material_undated",
            "“" + item.name().zh() + "”自出具之日起 " + item.validityMonths() + " 个月内有效，“" + fileName + "”没有填写出具日期。",
            "For " + item.name().en() + " a paper counts for " + item.validityMonths() + " months from its own date; that of \"" + fileName
                + "\" is not given.")
        .by(provision)
        .remedy("请先填写材料上的出具日期，再上传文件。", "Give the date on the paper first, then upload it.");
  }

  private Refusal expired(String fileName, LocalDate until) {
    return Refusal.of(
            "material_expired",
            "“" + fileName + "”作为“" + item.name().zh() + "”有效至 " + until + "，已失效。",
            "\"" + fileName + "\" counted as " + item.name().en() + " until " + until + " only.")
        .by(provision)
        .remedy("请上传新出具的材料。", "Upload one that was issued since.");
  }
}
