package org.zhuqi.platform.provisions;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The tests of this module, found by the provision that their names begin with: {@code GYV_7_2_refuses_…}. */
final class NamedTests {
  private final List<Method> all;

  private NamedTests(List<Method> all) {
    this.all = all;
  }

  static NamedTests find() throws IOException, URISyntaxException {
    Path classes = Path.of(NamedTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Method> methods = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Tests.class")).sorted().toList()) {
        methods.addAll(tests(classes.relativize(file)));
      }
    }
    return new NamedTests(methods);
  }

  private static List<Method> tests(Path file) {
    String name = file.toString().replace(file.getFileSystem().getSeparator(), ".").replaceFirst("\\.class$", "");
    try {
      Class<?> type = Class.forName(name, false, NamedTests.class.getClassLoader());
      return Arrays.stream(type.getDeclaredMethods())
          .filter(m -> AnnotationSupport.isAnnotated(m, Testable.class))
          .sorted(Comparator.comparing(Method::getName))
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those named after one provision, such as {@code GYV-7-2}. */
  List<Method> of(String provision) {
    String prefix = provision.replace('-', '_') + "_";
    return all.stream().filter(m -> m.getName().startsWith(prefix)).toList();
  }

  /** Names that begin like a provision's code. */
  List<Method> named(String measure) {
    return all.stream().filter(m -> m.getName().matches(measure + "_\\d+_\\d+_.*")).toList();
  }
}
