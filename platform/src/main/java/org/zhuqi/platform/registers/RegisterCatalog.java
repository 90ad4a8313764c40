package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Stages;
import org.zhuqi.platform.shared.NotFoundException;

/** Which registers the loaded measures keep: every role prefix under which there are both stages and materials. */
@Component
class RegisterCatalog {
  private static final String STAGES = ".stages";
  private final Measures measures;
  private final Clock clock;

  RegisterCatalog(Measures measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  /** The registers of the versions in force today, else of the latest. */
  List<RegisterRules> all() {
    List<RegisterRules> found = new ArrayList<>();
    for (String code : measures.all().stream().map(Pack::code).distinct().toList()) {
      Pack pack = current(code);
      for (Stages s : pack.provisions().stream().filter(Stages.class::isInstance).map(Stages.class::cast).toList()) {
        s.roles().stream()
            .filter(r -> r.endsWith(STAGES))
            .map(r -> r.substring(0, r.length() - STAGES.length()))
            .filter(prefix -> has(pack, prefix + ".eligibility"))
            .forEach(prefix -> found.add(new RegisterRules(pack, prefix)));
      }
    }
    return found;
  }

  private static boolean has(Pack pack, String role) {
    return pack.provisions().stream().map(Provision::roles).anyMatch(roles -> roles.contains(role));
  }

  /** @throws NotFoundException when no measure of that code is loaded */
  Pack current(String code) {
    return measures
        .inForce(code, LocalDate.now(clock))
        .or(() -> measures.latest(code))
        .orElseThrow(() -> new NotFoundException("measure " + code));
  }

  /** @throws NotFoundException when the measure keeps no such register */
  RegisterRules current(String code, String register) {
    return all().stream()
        .filter(r -> r.pack().code().equals(code) && r.register().equals(register))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("register " + code + "/" + register));
  }

  RegisterRules version(String code, String version, String register) {
    Optional<Pack> pack = measures.version(code, version);
    return new RegisterRules(
        pack.orElseThrow(() -> new IllegalStateException("measure " + code + " " + version + " is not loaded")), register);
  }
}
