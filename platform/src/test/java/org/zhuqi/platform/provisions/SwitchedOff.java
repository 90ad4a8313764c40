package org.zhuqi.platform.provisions;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.zhuqi.measures.Measures;

/** Makes tests with other provisions switched off use another application: Spring would share one. */
final class SwitchedOff implements ContextCustomizerFactory {

  /** Equal only for the same provisions; it changes nothing, the application reads the property itself. */
  private record Off(String provisions) implements ContextCustomizer {
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {}
  }

  @Override
  public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
    return new Off(System.getProperty(Measures.OFF, ""));
  }
}
