package org.zhuqi.measures;

/** How the system serves a provision. In packs: X, R, P. */
public enum Mode {
  /** The system itself decides, computes or prevents. */
  EXECUTED,
  /** People judge; the system demands the evidence, keeps the record and reminds. */
  RECORDED,
  /** No act of its own; shown, agreed to, and citable. */
  PRINCIPLE
}
