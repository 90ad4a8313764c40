package org.zhuqi.measures;

import java.util.LinkedHashMap;
import java.util.Map;

/** A share of something, in whole percent, within bounds that a lower rule (such as a batch's guide) must keep. */
public record Share(Head head, String of, int minPercent, int maxPercent) implements Provision {
  /** Whether a lower rule may set this percentage. */
  public boolean allows(int percent) {
    return percent >= minPercent && percent <= maxPercent;
  }

  /** The most that may be paid of a whole, at a percentage set by a lower rule; rounded down to the fen. */
  public Money most(Money whole, int percent) {
    if (!allows(percent)) {
      throw new IllegalArgumentException(
          id() + " allows " + minPercent + " to " + maxPercent + " %, not " + percent + " %");
    }
    return whole.share(percent);
  }

  /** Whether {@code amount} stays within the percentage of {@code whole}. */
  public Finding check(Money whole, int percent, Money amount) {
    Money most = most(whole, percent);
    boolean fits = !amount.isMoreThan(most);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("whole", whole);
    facts.put("percent", (long) percent);
    facts.put("amount", amount);
    facts.put("most", most);
    return new Finding(
        id(),
        "share",
        fits ? Verdict.HOLDS : Verdict.FAILS,
        facts,
        new Text(
            "%s 的 %d%% 为 %s，本次 %s%s。".formatted(whole, percent, most, amount, fits ? "，未超过" : "，已超过"),
            "%d %% of %s is %s; %s %s."
                .formatted(
                    percent,
                    whole.format(true),
                    most.format(true),
                    amount.format(true),
                    fits ? "is within it" : "is more")),
        fits ? null : new Text("请改为 %s 以内。".formatted(most), "Use %s or less.".formatted(most.format(true))));
  }
}
