package org.zhuqi.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the platform; or, when the first argument is a word, runs that command and ends.
 *
 * <p>Beans are named with their package, because two rooms may well have a class of the same name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ZhuqiApplication {
  public static void main(String[] args) {
    if (Commands.isCommand(args)) {
      System.exit(Commands.run(args, System.out));
    }
    SpringApplication.run(ZhuqiApplication.class, args);
  }
}
