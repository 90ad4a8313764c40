package org.zhuqi.measures;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A compiled true-or-false expression over declared facts. Thread-safe; compiled once, when the pack is loaded. */
public final class Expression {
  private static final Pattern DOTTED = Pattern.compile("[a-z]\\w*(\\.\\w+)+");
  private final String source;
  private final CelRuntime.Program program;
  private final Set<String> factNames;
  private final Map<String, Fact.Type> types;
  private final Map<String, Object> constants;

  private Expression(
      String source,
      CelRuntime.Program program,
      Set<String> factNames,
      Map<String, Fact.Type> types,
      Map<String, Object> constants) {
    this.source = source;
    this.program = program;
    this.factNames = factNames;
    this.types = types;
    this.constants = constants;
  }

  /**
   * @param types declared facts by name
   * @param params figures and lists of the condition, read as {@code param.name}
   * @throws IllegalArgumentException when the expression does not check, with the reason
   */
  static Expression compile(String source, Map<String, Fact.Type> types, Map<String, Param> params) {
    try {
      var ast = CelFacts.compiler(types, params).compile(source).getAst();
      Set<String> names = new LinkedHashSet<>();
      for (CelReference reference : ast.getReferenceMap().values()) {
        if (types.containsKey(reference.name())) {
          names.add(reference.name());
        }
      }
      Map<String, Object> constants = new HashMap<>();
      params.forEach((name, param) -> constants.put("param." + name, CelFacts.value(param)));
      return new Expression(source, CelFacts.RUNTIME.createProgram(ast), names, types, constants);
    } catch (CelValidationException e) {
      throw new IllegalArgumentException(
          String.join("; ", e.getErrors().stream().map(CelIssue::getMessage).distinct().toList())
              + undeclared(source, types, params),
          e);
    } catch (CelEvaluationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** CEL blames the first part of a dotted name only; people want the whole. */
  private static String undeclared(String source, Map<String, Fact.Type> types, Map<String, Param> params) {
    List<String> names =
        DOTTED
            .matcher(source.replaceAll("'[^']*'|\"[^\"]*\"", ""))
            .results()
            .map(MatchResult::group)
            .filter(n -> !types.containsKey(n) && !params.containsKey(n.replaceFirst("^param\\.", "")))
            .distinct()
            .toList();
    return names.isEmpty() ? "" : "; not declared: " + String.join(", ", names);
  }

  public String source() {
    return source;
  }

  /** Names of the facts that it reads. */
  public Set<String> facts() {
    return factNames;
  }

  /** UNKNOWN when a fact that it needs was not given; a fact that cannot change the answer is not needed. */
  public Verdict evaluate(Map<String, ?> facts, LocalDate asOf) {
    Map<String, Object> variables = new HashMap<>(constants);
    variables.put("asOf", CelFacts.instant(asOf));
    boolean complete = true;
    for (String name : factNames) {
      Object value = facts.get(name);
      if (value == null) {
        complete = false;
      } else {
        variables.put(name, CelFacts.value(name, CelFacts.type(types, name), value));
      }
    }
    try {
      // A needed fact that is missing comes back as an unknown value, or as an error where a function stumbles over it.
      if (program.eval(variables) instanceof Boolean answer) {
        return answer ? Verdict.HOLDS : Verdict.FAILS;
      }
      return Verdict.UNKNOWN;
    } catch (CelEvaluationException e) {
      if (complete) {
        throw new IllegalStateException("Expression \"" + source + "\" failed: " + e.getMessage(), e);
      }
      return Verdict.UNKNOWN;
    }
  }

  @Override
  public String toString() {
    return source;
  }
}
