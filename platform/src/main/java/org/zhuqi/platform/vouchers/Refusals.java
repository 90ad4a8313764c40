package org.zhuqi.platform.vouchers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.platform.shared.Refusal;

/** From what a measure found to what a person is told. */
final class Refusals {
  private Refusals() {}

  static Refusal of(String code, Finding finding, @Nullable String field) {
    return new Refusal(code, finding.provision(), finding.sentence(), finding.remedy(), field);
  }

  /** Every failed condition, not only the first. The check's name makes the code. */
  static List<Refusal> of(String prefix, Decision decision) {
    return decision.failures().stream().map(f -> of(prefix + f.check().replace('.', '_'), f, null)).toList();
  }
}
