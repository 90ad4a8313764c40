package org.zhuqi.platform.provisions;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.zhuqi.measures.Measures;

/**
 * The first of some tests that fails with a provision switched off; the others are then not run.
 *
 * @param failed that test, or none
 * @param text its name and what it said
 */
record FirstFailure(List<Method> failed, String text, Duration took) {

  boolean found() {
    return !text.isEmpty();
  }

  /** @param off the provision, or empty for none */
  static FirstFailure of(List<Method> tests, String off) {
    long start = System.nanoTime();
    Listener listener = new Listener();
    if (!tests.isEmpty()) {
      String before = System.setProperty(Measures.OFF, off);
      try {
        LauncherFactory.create()
            .execute(
                LauncherExecutionRequestBuilder.request(request(tests))
                    .cancellationToken(listener.enough)
                    .listeners(listener)
                    .build());
      } finally {
        System.setProperty(Measures.OFF, before == null ? "" : before);
      }
    }
    return new FirstFailure(List.copyOf(listener.failed), listener.text, Duration.ofNanos(System.nanoTime() - start));
  }

  private static LauncherDiscoveryRequest request(List<Method> tests) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(tests.stream().map(m -> DiscoverySelectors.selectMethod(m.getDeclaringClass(), m)).toList())
        .build();
  }

  private static final class Listener implements TestExecutionListener {
    private final CancellationToken enough = CancellationToken.create();
    private final List<Method> failed = new ArrayList<>();
    private String text = "";

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.FAILED || !text.isEmpty()) return;
      enough.cancel();
      String why = result.getThrowable().map(t -> t.getClass().getSimpleName() + ": " + t.getMessage()).orElse("");
      text = test.getDisplayName() + " — " + why.strip().replaceAll("\\s+", " ").transform(w -> w.substring(0, Math.min(160, w.length())));
      test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .ifPresent(s -> failed.add(s.getJavaMethod()));
    }
  }
}
