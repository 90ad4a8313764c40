package org.zhuqi.platform.web.listing;

import java.util.UUID;

/**
 * A list as somebody keeps it.
 *
 * @param list the path of the list
 * @param query its filters and order as they stand in the URL; empty for none
 */
public record SavedView(UUID id, String list, String name, String query) {
  public String link() {
    return query.isEmpty() ? list : list + "?" + query;
  }
}
