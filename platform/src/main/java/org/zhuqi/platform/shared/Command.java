package org.zhuqi.platform.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of the jar, {@code java -jar zhuqi.jar <name> <arguments>}: runs without the web server and ends the process.
 * No tenant is bound.
 */
public interface Command {
  String name();

  /**
   * @param arguments those after the name that are not settings ({@code --name=value})
   * @return the exit status: 0 when all is well, 1 when the answer is no, 2 when it was called wrongly
   */
  int run(List<String> arguments, PrintStream out) throws Exception;
}
