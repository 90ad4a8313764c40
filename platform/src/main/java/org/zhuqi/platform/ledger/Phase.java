package org.zhuqi.platform.ledger;

/** Single transfers, or the two phases of one: hold, then capture or release, wholly or in parts. */
public enum Phase {
  POST,
  HOLD,
  CAPTURE,
  RELEASE
}
