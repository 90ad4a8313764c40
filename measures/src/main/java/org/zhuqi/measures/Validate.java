package org.zhuqi.measures;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command {@code validate}: checks packs, runs the worked cases beside them, and reports every error as {@code
 * file:line: reason}. Warnings tell of each reading of our own, and of executed provisions without a case.
 */
public final class Validate {
  private final PrintStream out;
  private int errors;
  private int warnings;

  private Validate(PrintStream out) {
    this.out = out;
  }

  /** For use from a shell; the application exposes it as a command of its own. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out));
  }

  /**
   * Checks the packs at the given paths (files, or folders with all below them), or the bundled ones if there are none.
   *
   * @return 0 if there is no error; warnings do not count. 1 otherwise
   */
  public static int run(List<String> paths, PrintStream out) {
    Validate validate = new Validate(out);
    if (paths.isEmpty()) {
      validate.checkBundled();
    }
    paths.forEach(path -> validate.check(Path.of(path)));
    out.printf("%d errors, %d warnings%n", validate.errors, validate.warnings);
    return validate.errors == 0 ? 0 : 1;
  }

  private void checkBundled() {
    try {
      report(Measures.bundled(), PackLoader.bundledCases());
    } catch (PackException e) {
      e.problems().forEach(this::error);
    }
  }

  private void check(Path path) {
    try {
      Measures measures = Measures.load(path);
      List<PackException.Problem> problems = new ArrayList<>();
      List<WorkedCase> cases = PackLoader.cases(path, problems);
      problems.forEach(this::error);
      report(measures, cases);
    } catch (PackException e) {
      e.problems().forEach(this::error);
    }
  }

  private void report(Measures measures, List<WorkedCase> cases) {
    WorkingDays calendar = WorkingDays.bundled();
    for (WorkedCase worked : cases) {
      Pack pack = measures.version(worked.measure(), worked.version()).orElse(null);
      if (pack == null) {
        error(at(worked, "there is no pack " + worked.measure() + " " + worked.version() + " here"));
        continue;
      }
      if (pack.provision(worked.provision()).isEmpty()) {
        error(at(worked, pack + " has no provision " + worked.provision()));
      }
      String failure = worked.failure(pack, calendar);
      if (failure != null) {
        error(at(worked, worked.provision() + " \"" + worked.name() + "\": " + failure));
      }
    }
    measures.all().forEach(pack -> lint(pack, measures, cases));
  }

  private static PackException.Problem at(WorkedCase worked, String reason) {
    return new PackException.Problem(worked.file(), worked.line(), reason);
  }

  private void lint(Pack pack, Measures measures, List<WorkedCase> cases) {
    Set<String> covered =
        cases.stream()
            .filter(c -> c.measure().equals(pack.code()) && c.version().equals(pack.version()))
            .map(WorkedCase::provision)
            .collect(Collectors.toSet());
    Text frame = pack.reading();
    if (frame != null) {
      warning(pack, "reading of the frame: " + frame.en());
    }
    for (Provision provision : pack.provisions()) {
      Text reading = provision.reading();
      if (reading != null) {
        warning(pack, provision.id() + " reading: " + reading.en());
      }
      if (provision.mode() == Mode.EXECUTED && !covered.contains(provision.id())) {
        warning(pack, provision.id() + " is executed but has no worked case");
      }
      if (provision instanceof Reference reference) {
        reference(pack, reference, measures);
      }
    }
  }

  private void reference(Pack pack, Reference reference, Measures measures) {
    List<Pack> targets =
        measures.all().stream().filter(p -> p.code().equals(reference.measure())).toList();
    if (targets.isEmpty()) {
      warning(pack, reference.id() + " refers to " + reference.measure() + ", which is not loaded here");
    }
    for (String id : reference.provisions()) {
      if (!targets.isEmpty() && targets.stream().allMatch(p -> p.provision(id).isEmpty())) {
        error(new PackException.Problem(pack.toString(), 1, reference.id() + " refers to " + id + ", which is not there"));
      }
    }
  }

  private void error(PackException.Problem problem) {
    errors++;
    out.println(problem);
  }

  private void warning(Pack pack, String what) {
    warnings++;
    out.println("warning: " + pack + ": " + what);
  }
}
