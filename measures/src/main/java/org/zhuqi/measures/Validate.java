package org.zhuqi.measures;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The command {@code validate}: checks packs and lists every error and every reading. */
public final class Validate {
  private Validate() {}

  /**
   * Checks the packs at the given paths, or the bundled ones if there are none.
   *
   * @return 0 if there is no error (readings are only reported), 1 otherwise
   */
  public static int run(List<String> paths, PrintStream out) {
    try {
      List<Measures> loaded =
          paths.isEmpty()
              ? List.of(Measures.bundled())
              : paths.stream().map(p -> Measures.load(Path.of(p))).toList();
      loaded.forEach(m -> m.all().forEach(out::println));
      return 0;
    } catch (PackException e) {
      e.problems().forEach(out::println);
      return 1;
    }
  }
}
