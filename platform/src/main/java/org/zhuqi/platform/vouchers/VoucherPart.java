package org.zhuqi.platform.vouchers;

import java.util.UUID;
import org.zhuqi.measures.Money;

/** So much of this voucher for a contract. */
public record VoucherPart(UUID voucher, Money amount) {}
