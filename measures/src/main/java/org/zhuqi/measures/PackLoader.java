package org.zhuqi.measures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads packs from the jar or from files, and gathers what is wrong in all of them. */
final class PackLoader {
  static final String ROOT = "/measures/";

  private PackLoader() {}

  static List<Pack> bundled() {
    List<PackException.Problem> problems = new ArrayList<>();
    List<Pack> packs = new ArrayList<>();
    for (String name : listing(false)) {
      Pack pack = PackReader.read(name, Files.resource(ROOT + name), problems);
      if (pack != null) {
        packs.add(pack);
      }
    }
    return checked(packs, problems);
  }

  static List<Pack> load(Path path) {
    List<PackException.Problem> problems = new ArrayList<>();
    List<Pack> packs = new ArrayList<>();
    for (Path file : Files.below(path)) {
      Pack pack = PackReader.read(file.toString(), Files.content(file), problems);
      if (pack != null) {
        packs.add(pack);
      }
    }
    return checked(packs, problems);
  }

  /** The bundled pack files, or the files of worked cases beside them. */
  static List<String> listing(boolean cases) {
    return Files.listing(ROOT + "index.txt").stream().filter(name -> name.contains("/cases/") == cases).toList();
  }

  static List<WorkedCase> bundledCases() {
    List<PackException.Problem> problems = new ArrayList<>();
    List<WorkedCase> cases =
        listing(true).stream()
            .flatMap(name -> WorkedCase.read(name, Files.resource(ROOT + name), problems).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return cases;
  }

  /** The cases below a folder, or in the folder {@code cases} beside a pack file. */
  static List<WorkedCase> cases(Path path, List<PackException.Problem> problems) {
    return Files.cases(path).stream()
        .flatMap(file -> WorkedCase.read(file.toString(), Files.content(file), problems).stream())
        .toList();
  }

  private static List<Pack> checked(List<Pack> packs, List<PackException.Problem> problems) {
    Map<String, Pack> known = new HashMap<>();
    for (Pack pack : packs) {
      if (known.put(pack.toString(), pack) != null) {
        problems.add(new PackException.Problem(pack.toString(), 1, "this version of the measure is there twice"));
      } else if (known.put(pack.code() + " from " + pack.inForceFrom(), pack) != null) {
        problems.add(
            new PackException.Problem(
                pack.toString(), 1, "another version of the measure begins on the same day, " + pack.inForceFrom()));
      }
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return packs;
  }
}
