package org.zhuqi.platform.inspections;

import java.time.LocalDate;
import org.zhuqi.measures.Money;

/** Money that came back on a receivable. */
public record ReceiveMoney(Money amount, LocalDate on, String bankReference) {}
