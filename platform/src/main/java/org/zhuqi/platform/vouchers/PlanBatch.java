package org.zhuqi.platform.vouchers;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * A batch (批次) before it opens.
 *
 * @param line the budget line that pays
 * @param amount all that may be issued; with pots, their sum
 * @param guide its conditions (发放指南)
 * @param opensAt the minute at which claims begin, Asia/Shanghai
 * @param closesAt the minute from which no claim is taken
 * @param planDocument the issuing plan (发放方案), a stored document
 * @param guideDocument the guide as published, a stored document
 */
public record PlanBatch(
    UUID line,
    Text title,
    Money amount,
    Guide guide,
    LocalDateTime opensAt,
    LocalDateTime closesAt,
    @Nullable UUID planDocument,
    @Nullable UUID guideDocument) {}
