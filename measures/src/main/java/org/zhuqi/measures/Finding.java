package org.zhuqi.measures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one check of one provision came to, and why.
 *
 * @param provision id of the provision, such as {@code XYZ-6-1}
 * @param check name of the check within it
 * @param facts the facts that it read, as plain values only (String, Boolean, Long, list of String; dates as ISO
 *     strings, money as fen), so that a finding can be stored as JSON and compared after reading it back
 * @param sentence what was found, for people
 * @param remedy what would change the outcome, or null where nothing can or needs to
 * @param decisive whether it counted: a way that failed beside one that held is told, but is not decisive
 */
public record Finding(
    String provision,
    String check,
    Verdict verdict,
    Map<String, Object> facts,
    Text sentence,
    @Nullable Text remedy,
    boolean decisive) {

  public Finding {
    Map<String, Object> plain = new LinkedHashMap<>();
    facts.forEach((name, value) -> plain.put(name, FactValues.plain(value)));
    facts = Collections.unmodifiableMap(plain);
  }

  /** A decisive finding. */
  public Finding(
      String provision, String check, Verdict verdict, Map<String, Object> facts, Text sentence, @Nullable Text remedy) {
    this(provision, check, verdict, facts, sentence, remedy, true);
  }

  public boolean holds() {
    return verdict == Verdict.HOLDS;
  }

  Finding notDecisive() {
    return new Finding(provision, check, verdict, facts, sentence, remedy, false);
  }
}
