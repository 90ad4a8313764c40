package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an institution states about a service. Any field but the title may be missing in a draft; publication names all
 * that are missing.
 *
 * @param category code of the measure's service categories (what a voucher may pay)
 * @param scope code of the measure's scope of institutions' services
 * @param feeFen the fee (government price) or the published fee (market price), in fen; null: agreed by both
 * @param feeText how the fee is worked out, in words
 * @param standardNumber document number of the approved standard, for a government price
 * @param standardFen the approved standard in fen, for a government price
 * @param qualification document of the vault that shows the qualification
 * @param qualificationCovers what the qualification covers, in words: the item must lie within it
 * @param qualificationUntil last day of its validity; null when it has none
 */
public record Item(
    String title,
    @Nullable String category,
    @Nullable String scope,
    @Nullable String content,
    @Nullable String process,
    @Nullable FeeMode feeMode,
    @Nullable Long feeFen,
    @Nullable String feeText,
    @Nullable String standardNumber,
    @Nullable Long standardFen,
    @Nullable String phone,
    @Nullable UUID qualification,
    @Nullable String qualificationCovers,
    @Nullable LocalDate qualificationUntil) {}
