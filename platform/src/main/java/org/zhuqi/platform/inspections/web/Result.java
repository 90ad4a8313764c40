package org.zhuqi.platform.inspections.web;

import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/** One funder's results in sums. */
public record Result(String funder, Text name, Money onNotice, Money owed, Money paid, Money claimedBack, Money back) {}
