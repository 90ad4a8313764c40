package org.zhuqi.measures;

import java.util.Map;

/** Reads and writes guides as JSON-like maps. */
final class GuideReader {
  private GuideReader() {}

  static Guide.Parsed read(Map<String, ?> json, Pack pack) {
    throw new UnsupportedOperationException("Not written yet: " + json.size() + pack);
  }

  static Map<String, Object> write(Guide guide) {
    throw new UnsupportedOperationException("Not written yet: " + guide);
  }
}
