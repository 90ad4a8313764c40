package org.zhuqi.measures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
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

  /** The file itself, or every YAML file below a folder except worked cases and the vocabulary, by name. */
  static List<Path> below(Path path) {
    return java.nio.file.Files.isDirectory(path)
        ? yaml(path, p -> !isCase(path.relativize(p)) && !p.endsWith("vocabulary.yaml"))
        : List.of(path);
  }

  /** Worked cases below a folder, or in the folder {@code cases} beside a file, by name. */
  static List<Path> cases(Path path) {
    if (java.nio.file.Files.isDirectory(path)) {
      return yaml(path, p -> isCase(path.relativize(p)));
    }
    Path beside = path.resolveSibling("cases");
    return java.nio.file.Files.isDirectory(beside) ? yaml(beside, p -> true) : List.of();
  }

  private static boolean isCase(Path file) {
    Path folder = file.getParent();
    return folder != null && folder.endsWith("cases");
  }

  private static List<Path> yaml(Path folder, Predicate<Path> which) {
    try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(".yaml")).filter(which).sorted().toList();
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
