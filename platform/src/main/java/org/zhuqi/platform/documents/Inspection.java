package org.zhuqi.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Looks at what a file really is: its name, its first bytes and its structure must tell the same. */
@Component
class Inspection {
  private static final long MOST_PIXELS = 100_000_000;
  private static final int PDF_END = 4096;

  private final Tika tika = new Tika();
  private final PackedFile packed;

  Inspection(DocumentSettings settings) {
    this.packed = new PackedFile(settings);
  }

  /** The kind of file, or why it is not taken. */
  Outcome<FileType> inspect(String fileName, Path file) {
    String name = FileNames.clean(fileName);
    if (name.isBlank() || name.startsWith(".")) return Outcome.refused(DocumentRefusals.name(name));
    Optional<FileType> named = FileType.named(name);
    if (named.isEmpty() || !name.contains(".")) return Outcome.refused(DocumentRefusals.type());
    FileType type = named.get();
    try {
      String found = sniff(name, file);
      if (!agrees(type, found)) return Outcome.refused(DocumentRefusals.disguised(type, found));
      Optional<Refusal> problem = structure(type, file);
      return problem.<Outcome<FileType>>map(Outcome::refused).orElseGet(() -> Outcome.done(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sniff(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return tika.detect(in.readNBytes(64 * 1024), name);
    }
  }

  private static boolean agrees(FileType type, String found) {
    return switch (type) {
      case XML -> found.equals("text/xml") || found.endsWith("/xml") || found.endsWith("+xml");
      // Not every detector knows OFD; its structure is checked below.
      case OFD -> found.equals(type.mediaType()) || found.equals("application/zip") || found.endsWith("ofd");
      default -> found.equals(type.mediaType());
    };
  }

  private Optional<Refusal> structure(FileType type, Path file) throws IOException {
    return switch (type) {
      case PDF -> pdf(file);
      case JPG, PNG -> image(type, file);
      case XLSX, OFD -> packed.check(type, file);
      case XML -> xml(file);
    };
  }

  /** A PDF that was cut off in transit has no end. */
  private static Optional<Refusal> pdf(Path file) throws IOException {
    try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(PDF_END, f.length())];
      f.seek(f.length() - end.length);
      f.readFully(end);
      boolean whole = new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
      return whole ? Optional.empty() : Optional.of(DocumentRefusals.broken(FileType.PDF));
    }
  }

  /** Reads only the header: an image of a few bytes can claim to be gigapixels large. */
  private static Optional<Refusal> image(FileType type, Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) return Optional.of(DocumentRefusals.broken(type));
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = Math.multiplyExact((long) reader.getWidth(0), (long) reader.getHeight(0));
        return pixels > MOST_PIXELS ? Optional.of(DocumentRefusals.bomb()) : Optional.empty();
      } catch (IOException | RuntimeException e) {
        return Optional.of(DocumentRefusals.broken(type));
      } finally {
        reader.dispose();
      }
    }
  }

  private static Optional<Refusal> xml(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HardenedXml.check(in, FileType.XML);
    }
  }
}
