package org.zhuqi.measures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The library of measures: every version of every pack. Immutable. */
public final class Measures {
  /** System property: provision ids, separated by commas, to switch off (for tests). */
  public static final String OFF = "zhuqi.measures.off";

  private final List<Pack> packs;

  Measures(List<Pack> packs) {
    this.packs =
        packs.stream().sorted(Comparator.comparing(Pack::code).thenComparing(Pack::inForceFrom)).toList();
  }

  /**
   * The packs shipped with this jar, less the provisions named in the system property {@value #OFF}.
   *
   * @throws PackException naming every error with file and line
   */
  public static Measures bundled() {
    Measures all = new Measures(PackLoader.bundled());
    for (String id : Arrays.stream(System.getProperty(OFF, "").split(",", -1)).map(String::strip).toList()) {
      all = id.isEmpty() ? all : all.without(id);
    }
    return all;
  }

  /**
   * One pack file, or every pack below a folder (folders named {@code cases} are left out).
   *
   * @throws PackException naming every error with file and line
   */
  public static Measures load(Path path) {
    return new Measures(PackLoader.load(path));
  }

  /** The packs of both. */
  public Measures and(Measures others) {
    List<Pack> both = new ArrayList<>(packs);
    both.addAll(others.packs);
    return new Measures(both);
  }

  /** The version of a measure in force on a day. */
  public Optional<Pack> inForce(String code, LocalDate on) {
    return versions(code).stream().filter(p -> p.isInForce(on)).reduce((older, newer) -> newer);
  }

  /** The version that came into force last, whether or not it still is. */
  public Optional<Pack> latest(String code) {
    return versions(code).stream().reduce((older, newer) -> newer);
  }

  public Optional<Pack> version(String code, String version) {
    return versions(code).stream().filter(p -> p.version().equals(version)).findFirst();
  }

  /** By code, then by date. */
  public List<Pack> all() {
    return packs;
  }

  /** A copy with one provision switched off in every version that has it. */
  public Measures without(String id) {
    return new Measures(packs.stream().map(p -> p.without(id)).toList());
  }

  private List<Pack> versions(String code) {
    return packs.stream().filter(p -> p.code().equals(code)).toList();
  }
}
