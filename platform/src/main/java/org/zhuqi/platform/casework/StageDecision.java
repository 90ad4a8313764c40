package org.zhuqi.platform.casework;

/** What the handler of a stage decides. */
public enum StageDecision {
  PASS,
  REFUSE
}
