package org.zhuqi.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ZhuqiApplication {
  public static void main(String[] args) {
    SpringApplication.run(ZhuqiApplication.class, args);
  }
}
