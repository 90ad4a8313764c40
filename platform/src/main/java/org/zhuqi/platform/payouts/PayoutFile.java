package org.zhuqi.platform.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * A file for a funder's treasury.
 *
 * @param detailSha256 of the detail part, as written at the top of the file
 * @param lines empty in lists
 */
public record PayoutFile(
    UUID id,
    String number,
    String funder,
    LocalDate preparedOn,
    int count,
    Money total,
    String detailSha256,
    State state,
    UUID preparedBy,
    String preparedName,
    Instant preparedAt,
    @Nullable String approvedName,
    @Nullable Instant approvedAt,
    @Nullable String cancelReason,
    List<Line> lines) {

  /** Where a file stands. */
  public enum State {
    PREPARED("待复核", "To be approved"),
    APPROVED("已复核，待回盘", "Approved, awaiting the treasury"),
    CANCELLED("已撤销", "Cancelled"),
    ANSWERED("已回盘", "Answered");

    private final Text label;

    State(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /** What became of a line. */
  public enum LineState {
    FROZEN("已冻结", "Frozen"),
    SENT("待回盘", "Awaiting the treasury"),
    PAID("已支付", "Paid"),
    BOUNCED("退票", "Bounced"),
    CANCELLED("已撤销", "Cancelled");

    private final Text label;

    LineState(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * One payment.
   *
   * @param account masked
   * @param detail bank reference when paid, reason when bounced
   */
  public record Line(
      int row,
      String number,
      UUID payable,
      String payee,
      String creditCode,
      String bank,
      String account,
      Money amount,
      String purpose,
      String link,
      LineState state,
      @Nullable LocalDate settledOn,
      @Nullable String detail) {}
}
