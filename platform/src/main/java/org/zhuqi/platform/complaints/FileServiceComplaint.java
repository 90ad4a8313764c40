package org.zhuqi.platform.complaints;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says against an institution.
 *
 * @param institution its credit code
 * @param cites code of what is cited, from {@link ServiceGrounds}
 * @param words 10 to 2000 characters
 * @param evidence documents of the enterprise; may be empty
 */
public record FileServiceComplaint(String institution, String cites, String words, @Nullable List<UUID> evidence) {}
