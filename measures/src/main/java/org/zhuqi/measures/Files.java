package org.zhuqi.measures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where packs and calendars are read from: resources of this jar, or files beside it. */
final class Files {
  private Files() {}

  /** The names in an index resource: one per line, # for remarks. A jar cannot be listed reliably. */
  static List<String> listing(String resource) {
    return resource(resource).lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
  }

  static String resource(String name) {
    try (InputStream in = Files.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file itself, or every YAML file below a folder except worked cases, in the order of their names. */
  static List<Path> below(Path path) {
    if (!java.nio.file.Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = java.nio.file.Files.walk(path)) {
      return all.filter(p -> p.toString().endsWith(".yaml"))
          .filter(p -> Stream.of("cases", "vocabulary.yaml").noneMatch(n -> path.relativize(p).toString().matches("(.*[/\\\\])?" + n + "([/\\\\].*)?")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String content(Path file) {
    try {
      return java.nio.file.Files.readString(file);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new PackException(List.of(new PackException.Problem(file.toString(), 1, "there is no such file")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
