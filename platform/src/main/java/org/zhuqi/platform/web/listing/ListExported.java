package org.zhuqi.platform.web.listing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;

/**
 * Somebody took a list away as a spreadsheet; published inside the transaction that read it, so that it is on record.
 *
 * @param filters as they stood in the URL
 */
public record ListExported(@Nullable Actor actor, String listing, Map<String, String> filters, long rows) {}
