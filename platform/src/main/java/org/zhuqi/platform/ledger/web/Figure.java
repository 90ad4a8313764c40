package org.zhuqi.platform.ledger.web;

import org.zhuqi.measures.Money;

/** One figure of a position: where money stands, and the link to the transfers that led there. */
public record Figure(String zh, String en, Money amount, String link, boolean subtracted) {}
