package org.zhuqi.platform.crash;

import java.util.Objects;
import java.util.UUID;
import org.zhuqi.platform.vouchers.ClaimAnswer;

/**
 * What a claiming process prints: {@code ask} before a claim, {@code ack} once it is answered.
 *
 * @param answer outcome, voucher and number, joined; empty for what was only asked
 */
record Line(String kind, String key, UUID holder, UUID batch, long fen, String answer) {

  static Line parse(String text) {
    String[] part = text.split(" ", -1);
    return new Line(
        part[0], part[1], UUID.fromString(part[2]), UUID.fromString(part[3]), Long.parseLong(part[4]), part[5]);
  }

  Line acknowledged(ClaimAnswer a) {
    return new Line("ack", key, holder, batch, fen, told(a));
  }

  static String told(ClaimAnswer a) {
    return a.kind() + "/" + Objects.toString(a.voucher(), "") + "/" + Objects.toString(a.number(), "");
  }

  @Override
  public String toString() {
    return String.join(" ", kind, key, holder.toString(), batch.toString(), Long.toString(fen), answer);
  }
}
