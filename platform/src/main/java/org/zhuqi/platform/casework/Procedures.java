package org.zhuqi.platform.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Notice;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.Stages;

/** Asks the version under which a case was filed about its stages, by role. */
@Component
class Procedures {
  private final Measures measures;

  Procedures(Measures measures) {
    this.measures = measures;
  }

  Pack pack(CaseFile file) {
    return pack(file.measure(), file.version());
  }

  Pack pack(String measure, String version) {
    return measures
        .version(measure, version)
        .orElseThrow(() -> new IllegalStateException("measure " + measure + " " + version + " is not loaded"));
  }

  Stages stages(CaseFile file) {
    return pack(file).one(Stages.class, file.procedure() + ".stages", file.applicantClass());
  }

  Optional<Stages.Stage> stage(CaseFile file) {
    String code = file.stage();
    return code == null ? Optional.empty() : stages(file).stage(code);
  }

  /** The provision that provides for a transition; null where the measure has none under that role. */
  @Nullable String provisionOf(CaseFile file, CaseTransition t) {
    String role = file.procedure() + "." + t.provision();
    Class<? extends Provision> kind =
        switch (t.provision()) {
          case "materials" -> Materials.class;
          case "notice" -> Notice.class;
          default -> Stages.class;
        };
    return first(pack(file).byRole(kind, role, file.applicantClass()));
  }

  /** The provision by which steps are kept apart and related persons kept out. */
  @Nullable String separation(CaseFile file) {
    String own = first(pack(file).byRole(Separation.class, "decision.separation"));
    return own != null ? own : first(pack(file).byRole(Stages.class, file.procedure() + ".stages", file.applicantClass()));
  }

  private static @Nullable String first(List<? extends Provision> found) {
    return found.isEmpty() ? null : found.getFirst().id();
  }
}
