package org.zhuqi.platform.vouchers.web;

import java.time.LocalDate;
import org.zhuqi.platform.vouchers.BatchState;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.vouchers.Voucher;
import org.zhuqi.platform.vouchers.VoucherState;
import org.zhuqi.platform.web.Badge;

/** States as badges. */
public final class Words {
  private Words() {}

  public static Badge badge(BatchState s) {
    return new Badge(
        s.label(),
        switch (s) {
          case DRAFT -> Badge.Tone.OFF;
          case PLANNED -> Badge.Tone.WAITING;
          case OPEN -> Badge.Tone.RUNNING;
          case CLOSED -> Badge.Tone.OFF;
        });
  }

  public static Badge badge(ClaimAnswer.Kind k) {
    return switch (k) {
      case GRANTED -> Badge.good("已发放", "Granted");
      case REFUSED -> Badge.bad("未发放", "Not granted");
      case WAITING -> Badge.waiting("待抽签", "Awaiting the draw");
    };
  }

  public static Badge badge(VoucherState s) {
    return new Badge(
        s.label(),
        switch (s) {
          case USABLE -> Badge.Tone.GOOD;
          case LOCKED -> Badge.Tone.RUNNING;
          case SPENT -> Badge.Tone.OFF;
          case LAPSED -> Badge.Tone.BAD;
        });
  }

  /** Warns in the last 30 days. */
  public static Badge badge(Voucher v, LocalDate today) {
    VoucherState state = v.state(today);
    boolean soon = state == VoucherState.USABLE && v.lastDay().isBefore(today.plusDays(30));
    return soon ? Badge.warn("即将失效", "Lapses soon") : badge(state);
  }
}
