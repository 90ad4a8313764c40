package org.zhuqi.platform.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * A service item as it is kept.
 *
 * @param item what is stated: the working copy, or the published version where a version was asked for
 * @param version number of the last published version; 0 before the first
 * @param revision counts every change, for noticing that two people edit at once
 * @param measure code of the measure under which it is offered
 * @param inactiveReason why it is not offered, while it is inactive or taken out
 * @param decider the official who took it out last, or let it back; null once it is published again
 */
public record ServiceItem(
    UUID id,
    String number,
    UUID party,
    String partyName,
    @Nullable String area,
    ItemState state,
    Item item,
    int version,
    int revision,
    String measure,
    @Nullable Instant publishedAt,
    @Nullable String inactiveReason,
    @Nullable String decider) {

  ServiceItem withVersion(int shown) {
    return new ServiceItem(
        id, number, party, partyName, area, state, item, shown, revision, measure, publishedAt, inactiveReason, decider);
  }

  /**
   * DRAFT: never published. PUBLISHED: public while everything holds. INACTIVE: withdrawn by its institution. TAKEN_OUT: by
   * the centre, which alone lets it back.
   */
  public enum ItemState {
    DRAFT("草稿", "Draft"),
    PUBLISHED("已发布", "Published"),
    INACTIVE("已停用", "Inactive"),
    TAKEN_OUT("已下架", "Taken out");

    private final Text label;

    ItemState(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }
  }
}
