package org.zhuqi.platform.catalogue;

import java.util.List;

/** One page of what was found, in ranking order, with the number of all. */
public record ServicePage(List<Hit> hits, long total, int page, int size) {
  public ServicePage {
    hits = List.copyOf(hits);
  }

  /** A service with what its institution has earned. */
  public record Hit(ServiceItem service, Standing.State standing, Reputation.Track track) {}
}
