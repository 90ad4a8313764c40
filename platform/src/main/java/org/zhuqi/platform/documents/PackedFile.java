package org.zhuqi.platform.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zhuqi.platform.shared.Refusal;

/** A file that is an archive inside (XLSX, OFD): counts what really comes out of it, never what it claims. */
final class PackedFile {
  private static final long SMALL = 1024 * 1024;
  private static final int MOST_RATIO = 250;
  private final DocumentSettings settings;

  PackedFile(DocumentSettings settings) {
    this.settings = settings;
  }

  /** Empty when it is what it should be. */
  Optional<Refusal> check(FileType type, Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > settings.maxEntries()) return Optional.of(DocumentRefusals.bomb());
      Set<String> names = new HashSet<>();
      long[] unpacked = {0};
      for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
        ZipEntry entry = entries.next();
        names.add(entry.getName());
        Optional<Refusal> problem = entry(type, zip, entry, unpacked);
        if (problem.isPresent()) return problem;
      }
      return contents(type, names);
    } catch (TooMuch e) {
      return Optional.of(DocumentRefusals.bomb());
    } catch (ZipException e) {
      return Optional.of(DocumentRefusals.broken(type));
    }
  }

  private Optional<Refusal> entry(FileType type, ZipFile zip, ZipEntry entry, long[] unpacked) throws IOException {
    if (entry.isDirectory()) return Optional.empty();
    try (InputStream raw = zip.getInputStream(entry);
        Counted in = new Counted(raw, unpacked, settings.maxUnpacked().toBytes(), entry.getCompressedSize())) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      Optional<Refusal> problem =
          name.endsWith(".xml") || name.endsWith(".rels") ? HardenedXml.check(in, type) : Optional.empty();
      // The parser stops at the first fault; a bomb behind it must still count.
      in.drain();
      return problem;
    }
  }

  private static Optional<Refusal> contents(FileType type, Set<String> names) {
    if (names.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
      return Optional.of(DocumentRefusals.macros());
    }
    List<String> needed = type == FileType.OFD ? List.of("OFD.xml") : List.of("[Content_Types].xml", "xl/workbook.xml");
    return names.containsAll(needed) ? Optional.empty() : Optional.of(DocumentRefusals.disguised(type, "application/zip"));
  }

  /** Thrown out of the middle of a read. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Counts what is unpacked, of this entry and of all. */
  private static final class Counted extends FilterInputStream {
    private final long[] all;
    private final long limit;
    private final long packed;
    private long own;

    Counted(InputStream in, long[] all, long limit, long packed) {
      super(in);
      this.all = all;
      this.limit = limit;
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) count(1);
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      if (n > 0) count(n);
      return n;
    }

    private void count(int n) throws TooMuch {
      own += n;
      all[0] += n;
      if (all[0] > limit || (own > SMALL && own / packed > MOST_RATIO)) throw new TooMuch();
    }

    /** The parser closes what it has read to the end; the archive closes it later. */
    @Override
    public void close() {}

    void drain() throws IOException {
      byte[] buffer = new byte[8192];
      while (read(buffer, 0, buffer.length) >= 0) {
        // counted
      }
    }
  }
}
