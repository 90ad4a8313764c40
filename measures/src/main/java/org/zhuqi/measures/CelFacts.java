package org.zhuqi.measures;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The bridge to CEL, which has neither decimals nor dates: money crosses as fen, a date as the instant at which it begins
 * in Shanghai.
 */
final class CelFacts {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final List<CelFunctionDecl> FUNCTIONS =
      List.of(
          CelFunctionDecl.newFunctionDeclaration(
              "yearsBetween",
              CelOverloadDecl.newGlobalOverload(
                  "years_between", SimpleType.INT, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP)),
          CelFunctionDecl.newFunctionDeclaration(
              "monthsBetween",
              CelOverloadDecl.newGlobalOverload(
                  "months_between", SimpleType.INT, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP)),
          CelFunctionDecl.newFunctionDeclaration(
              "plusYears",
              CelOverloadDecl.newGlobalOverload(
                  "plus_years", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT)),
          CelFunctionDecl.newFunctionDeclaration(
              "plusMonths",
              CelOverloadDecl.newGlobalOverload(
                  "plus_months", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT)),
          CelFunctionDecl.newFunctionDeclaration(
              "plusDays",
              CelOverloadDecl.newGlobalOverload(
                  "plus_days", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT)),
          CelFunctionDecl.newFunctionDeclaration(
              "yearOf", CelOverloadDecl.newGlobalOverload("year_of", SimpleType.INT, SimpleType.TIMESTAMP)),
          CelFunctionDecl.newFunctionDeclaration(
              "yuan", CelOverloadDecl.newGlobalOverload("yuan_string", SimpleType.INT, SimpleType.STRING)));

  static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .addFunctionBindings(
              CelFunctionBinding.from(
                  "years_between",
                  Instant.class,
                  Instant.class,
                  (from, to) -> ChronoUnit.YEARS.between(date(from), date(to))),
              CelFunctionBinding.from(
                  "months_between",
                  Instant.class,
                  Instant.class,
                  (from, to) -> ChronoUnit.MONTHS.between(date(from), date(to))),
              CelFunctionBinding.from(
                  "plus_years", Instant.class, Long.class, (day, n) -> instant(date(day).plusYears(n))),
              CelFunctionBinding.from(
                  "plus_months", Instant.class, Long.class, (day, n) -> instant(date(day).plusMonths(n))),
              CelFunctionBinding.from(
                  "plus_days", Instant.class, Long.class, (day, n) -> instant(date(day).plusDays(n))),
              CelFunctionBinding.from("year_of", Instant.class, day -> (long) date(day).getYear()),
              CelFunctionBinding.from("yuan_string", String.class, amount -> Money.of(amount).fen()))
          .build();

  private CelFacts() {}

  static CelCompiler compiler(Map<String, Fact.Type> types, Map<String, Param> params) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .addFunctionDeclarations(FUNCTIONS)
            .addVar("asOf", SimpleType.TIMESTAMP)
            .setResultType(SimpleType.BOOL);
    types.forEach((name, type) -> builder.addVar(name, celType(type)));
    params.forEach((name, param) -> builder.addVar("param." + name, celType(param)));
    return builder.build();
  }

  static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  static LocalDate date(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  static Fact.Type type(Map<String, Fact.Type> types, String name) {
    Fact.Type type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("No fact \"" + name + "\" is declared");
    }
    return type;
  }

  /** What Java or a stored decision gives, as CEL takes it; a value of another type than declared is refused. */
  static Object value(String name, Fact.Type type, Object value) {
    Object converted =
        switch (type) {
          case STRING -> value instanceof String s ? s : null;
          case BOOL -> value instanceof Boolean b ? b : null;
          case INT -> whole(value);
          case MONEY -> value instanceof Money m ? (Object) m.fen() : whole(value);
          case DATE -> value instanceof LocalDate d
              ? instant(d)
              : value instanceof String s ? instant(LocalDate.parse(s)) : null;
          case LIST -> value instanceof List<?> l ? l.stream().map(String::valueOf).toList() : null;
        };
    if (converted == null) {
      throw new IllegalArgumentException(
          "Fact \"" + name + "\" is declared as " + type + " but a " + value.getClass().getSimpleName() + " was given");
    }
    return converted;
  }

  static Object value(Param param) {
    return switch (param) {
      case Param.Amount a -> a.money().fen();
      case Param.Count c -> c.value();
      case Param.Day d -> instant(d.date());
      case Param.Word w -> w.value();
      case Param.Options o -> o.items().stream().map(Menu.Item::code).toList();
    };
  }

  private static @org.jspecify.annotations.Nullable Object whole(Object value) {
    return value instanceof Long n ? n : value instanceof Integer n ? (Object) (long) n : null;
  }

  private static CelType celType(Fact.Type type) {
    return switch (type) {
      case STRING -> SimpleType.STRING;
      case BOOL -> SimpleType.BOOL;
      case INT, MONEY -> SimpleType.INT;
      case DATE -> SimpleType.TIMESTAMP;
      case LIST -> ListType.create(SimpleType.STRING);
    };
  }

  private static CelType celType(Param param) {
    return switch (param) {
      case Param.Amount ignored -> SimpleType.INT;
      case Param.Count ignored -> SimpleType.INT;
      case Param.Day ignored -> SimpleType.TIMESTAMP;
      case Param.Word ignored -> SimpleType.STRING;
      case Param.Options ignored -> ListType.create(SimpleType.STRING);
    };
  }
}
