package org.zhuqi.measures;

/** What a single check came to. UNKNOWN (a fact was not given) never grants. */
public enum Verdict {
  HOLDS,
  FAILS,
  UNKNOWN
}
