package org.zhuqi.platform;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.zhuqi.measures.Validate;
import org.zhuqi.platform.shared.Command;

/** The commands of the jar. They end with a status and never serve pages. */
final class Commands {
  private static final String VALIDATE = "validate";
  private static final int WRONG_CALL = 2;
  private static final List<String> QUIET =
      List.of("--logging.level.root=error", "--logging.level.org.flywaydb=error", "--db-scheduler.enabled=false", "--zhuqi.demo=false");

  private Commands() {}

  static boolean isCommand(String[] args) {
    return args.length > 0 && !args[0].startsWith("-");
  }

  /** Runs the command named first and returns its exit status. */
  static int run(String[] args, PrintStream out) {
    String name = args[0];
    List<String> rest = Arrays.stream(args).skip(1).toList();
    List<String> arguments = rest.stream().filter(a -> !a.startsWith("--")).toList();
    // Packs are files: checking them must work on a machine without a database.
    if (name.equals(VALIDATE)) return Validate.run(arguments, out);
    String[] settings =
        Stream.concat(QUIET.stream(), rest.stream().filter(a -> a.startsWith("--"))).toArray(String[]::new);
    try (ConfigurableApplicationContext context = quiet().run(settings)) {
      List<Command> commands = context.getBeanProvider(Command.class).stream().toList();
      Optional<Command> command = commands.stream().filter(c -> c.name().equals(name)).findFirst();
      if (command.isEmpty()) {
        out.println("There is no command \"" + name + "\". There are: " + VALIDATE
            + String.join("", commands.stream().map(c -> ", " + c.name()).toList()));
        return WRONG_CALL;
      }
      return command.get().run(arguments, out);
    } catch (Exception e) {
      Throwable cause = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(e), e);
      out.println(cause.getMessage());
      return WRONG_CALL;
    }
  }

  /** Only what the command needs is built: no web server, no jobs, no demo data. */
  private static SpringApplicationBuilder quiet() {
    return new SpringApplicationBuilder(ZhuqiApplication.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .logStartupInfo(false);
  }
}
