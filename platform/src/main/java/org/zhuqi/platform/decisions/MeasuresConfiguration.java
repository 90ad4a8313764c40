package org.zhuqi.platform.decisions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.measures.Measures;

/** The library of measures: those shipped, and a city's own from the folder {@code zhuqi.measures.folder}. */
@Configuration(proxyBeanMethods = false)
class MeasuresConfiguration {

  /** @throws org.zhuqi.measures.PackException at start, naming file, line and reason of every error */
  @Bean
  Measures measures(@Value("${zhuqi.measures.folder:#{null}}") @Nullable Path folder) {
    Measures bundled = Measures.bundled();
    return folder == null ? bundled : bundled.and(Measures.load(folder));
  }
}
