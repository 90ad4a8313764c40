package org.zhuqi.platform.contracts;

import java.util.Map;
import org.zhuqi.platform.shared.Actor;

/** What an official may see, as a condition on {@code contract}: the same as {@link Contract#concerns}. */
public final class ContractScope {
  /** Offered, and within the official's area. */
  public static final String OFFICIAL = "offered_at is not null and (:seesAll or funders = '{}' or funders && cast(:funders as text[]))";

  private ContractScope() {}

  public static Map<String, Object> parameters(Actor official) {
    return Map.of("seesAll", official.role().seesAll(), "funders", official.funders().toArray(String[]::new));
  }
}
