package org.zhuqi.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the platform; or, when the first argument is a word, runs that command and ends. */
@SpringBootApplication
public class ZhuqiApplication {
  public static void main(String[] args) {
    if (Commands.isCommand(args)) {
      System.exit(Commands.run(args, System.out));
    }
    SpringApplication.run(ZhuqiApplication.class, args);
  }
}
