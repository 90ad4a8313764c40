package org.zhuqi.platform.documents;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are taken as evidence. */
enum FileType {
  PDF("application/pdf", Set.of("pdf")),
  JPG("image/jpeg", Set.of("jpg", "jpeg")),
  PNG("image/png", Set.of("png")),
  OFD("application/ofd", Set.of("ofd")),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx")),
  XML("application/xml", Set.of("xml"));

  private final String mediaType;
  private final Set<String> endings;

  FileType(String mediaType, Set<String> endings) {
    this.mediaType = mediaType;
    this.endings = endings;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<FileType> named(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (FileType type : values()) if (type.endings.contains(ending)) return Optional.of(type);
    return Optional.empty();
  }
}
