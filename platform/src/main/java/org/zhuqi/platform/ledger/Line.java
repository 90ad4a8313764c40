package org.zhuqi.platform.ledger;

import java.util.UUID;

/** A budget line as the ledger knows it: of which measure (its flows apply), whose money, which year. */
public record Line(UUID id, String measure, String version, String funder, int year) {}
