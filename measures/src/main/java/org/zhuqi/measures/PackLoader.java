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
    for (String name : Files.listing(ROOT + "index.txt")) {
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

  private static List<Pack> checked(List<Pack> packs, List<PackException.Problem> problems) {
    Map<String, Pack> known = new HashMap<>();
    for (Pack pack : packs) {
      if (known.put(pack.toString(), pack) != null) {
        problems.add(new PackException.Problem(pack.toString(), 1, "this version of the measure is there twice"));
      }
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return packs;
  }
}
