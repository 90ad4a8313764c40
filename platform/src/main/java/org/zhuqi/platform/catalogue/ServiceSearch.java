package org.zhuqi.platform.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor looks for; null fields do not filter.
 *
 * @param text two or more characters, searched in title, content and institution; every word must occur
 * @param maxFeeFen published fees up to this; items whose fee is agreed are left out then
 * @param page from 0
 */
public record ServiceSearch(
    @Nullable String text,
    @Nullable String category,
    @Nullable String scope,
    @Nullable String area,
    @Nullable String feeMode,
    @Nullable Long maxFeeFen,
    int page,
    int size) {

  public static ServiceSearch everything() {
    return new ServiceSearch(null, null, null, null, null, null, 0, 20);
  }

  public ServiceSearch sized(int newSize) {
    return new ServiceSearch(text, category, scope, area, feeMode, maxFeeFen, page, newSize);
  }
}
