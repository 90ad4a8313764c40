package org.zhuqi.platform.documents;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** What a file field offers to choose: {@code .pdf,.jpg,.jpeg}. @param types by their endings; empty for all */
  static String offered(Collection<String> types) {
    return Arrays.stream(values())
        .filter(t -> types.isEmpty() || types.stream().anyMatch(t.endings::contains))
        .flatMap(t -> t.endings.stream().sorted())
        .map(e -> "." + e)
        .collect(Collectors.joining(","));
  }

  /** Whether a media type is that of a type by its ending, such as {@code pdf}. */
  static boolean isOf(String ending, String mediaType) {
    return named("." + ending).filter(t -> t.mediaType.equals(mediaType)).isPresent();
  }

  static Optional<FileType> named(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (FileType type : values()) if (type.endings.contains(ending)) return Optional.of(type);
    return Optional.empty();
  }
}
