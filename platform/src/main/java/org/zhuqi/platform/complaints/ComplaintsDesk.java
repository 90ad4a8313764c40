package org.zhuqi.platform.complaints;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** On the desks of those who receive complaints: the ones that wait for an answer. */
@Component
class ComplaintsDesk implements DeskPart {
  private final ComplaintList list;
  private final Listings listings;

  ComplaintsDesk(ComplaintList list, Listings listings) {
    this.list = list;
    this.listings = listings;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    if (actor.role().isParty()) return List.of();
    ListQuery open = ListQuery.of(Map.of("state", "OPEN", "size", "20", "sort", "filed_at"));
    return listings.page(list.listing(), open, list.parameters(actor)).rows().stream()
        .map(r -> new Waiting(new Text("投诉", "Complaint"), r.number() + " " + r.party(), "/complaints/" + r.id(), r.dueOn(), null))
        .toList();
  }
}
