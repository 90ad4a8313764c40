package org.zhuqi.platform.payouts.web;

import org.zhuqi.platform.payouts.Payable;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.web.Badge;

/** How states of payments look. */
public final class Words {
  private Words() {}

  public static Badge badge(Payable p) {
    if (p.suspended() && p.state().isHere()) return Badge.bad("暂停拨付", "Suspended");
    return p.stopped() && p.state() == PayableState.PAID ? Badge.bad("已责令退回", "Claimed back") : badge(p.state());
  }

  public static Badge badge(PayableState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case READY -> Badge.Tone.WAITING;
          case FROZEN, SENT -> Badge.Tone.RUNNING;
          case PAID -> Badge.Tone.GOOD;
          case BOUNCED -> Badge.Tone.WARN;
          case WITHHELD -> Badge.Tone.BAD;
        });
  }

  public static Badge badge(PayoutFile.State state) {
    return new Badge(
        state.label(),
        switch (state) {
          case PREPARED -> Badge.Tone.WAITING;
          case APPROVED -> Badge.Tone.RUNNING;
          case ANSWERED -> Badge.Tone.GOOD;
          case CANCELLED -> Badge.Tone.OFF;
        });
  }

  public static Badge badge(PayoutFile.LineState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case FROZEN -> Badge.Tone.WAITING;
          case SENT -> Badge.Tone.RUNNING;
          case PAID -> Badge.Tone.GOOD;
          case BOUNCED -> Badge.Tone.WARN;
          case CANCELLED -> Badge.Tone.OFF;
        });
  }
}
