package org.zhuqi.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Tenancy;

/**
 * Files by the SHA-256 of their content, in a folder per tenant: {@code <home>/<tenant>/ab/cd/<sha256>}. Never overwritten.
 *
 * <p>Where an object store shall serve instead, this class is the place: put by key, get by key, list, delete.
 */
@Component
class ContentStore {
  private static final int BUFFER = 64 * 1024;
  private final DocumentSettings settings;

  ContentStore(DocumentSettings settings) {
    this.settings = settings;
  }

  /** What arrived and lies in a temporary place: to be kept or discarded. */
  record Received(Path file, String sha256, long sizeBytes) {}

  /** Reads the stream to its end, or to the limit. Memory does not grow with the file. */
  Outcome<Received> receive(InputStream in) {
    long limit = settings.maxSize().toBytes();
    Path temporary = folder().resolve("incoming").resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(temporary.getParent());
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      long size = copy(in, temporary, sha, limit);
      if (size == 0 || size > limit) {
        Files.delete(temporary);
        return Outcome.refused(size == 0 ? DocumentRefusals.empty() : DocumentRefusals.tooLarge(limit));
      }
      return Outcome.done(new Received(temporary, HexFormat.of().formatHex(sha.digest()), size));
    } catch (IOException e) {
      discard(temporary);
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long copy(InputStream in, Path to, MessageDigest sha, long limit) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      for (int n; size <= limit && (n = in.read(buffer)) >= 0; size += n) {
        sha.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return size;
  }

  /** Moves what was received to its place; durable when this returns. The same content is kept once. */
  void keep(Received received) {
    Path place = place(received.sha256());
    try {
      Files.createDirectories(place.getParent());
      if (Files.exists(place)) {
        Files.delete(received.file());
        return;
      }
      try (FileChannel channel = FileChannel.open(received.file(), StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws NotFoundException when the content is not in the store: a restore without its files */
  Path file(String sha256) {
    Path place = place(sha256);
    if (!Files.exists(place)) throw new NotFoundException("content " + sha256);
    return place;
  }

  /** Contents that have lain here since before a moment of real time. */
  List<String> olderThan(Instant moment) {
    try (Stream<Path> files = Files.exists(folder()) ? Files.walk(folder(), 3) : Stream.empty()) {
      return files
          .filter(f -> f.getFileName().toString().matches("[0-9a-f]{64}") && modified(f).isBefore(moment))
          .map(f -> f.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uploads that never ended, from before a moment of real time. */
  void discardIncoming(Instant moment) {
    Path incoming = folder().resolve("incoming");
    try (Stream<Path> files = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
      files.filter(f -> modified(f).isBefore(moment)).forEach(this::discard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String sha256) {
    discard(place(sha256));
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      // Gone meanwhile: another instance was faster.
      return Instant.MAX;
    }
  }

  private Path folder() {
    return settings.home().resolve(Tenancy.current());
  }

  private Path place(String sha256) {
    return folder().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }
}
