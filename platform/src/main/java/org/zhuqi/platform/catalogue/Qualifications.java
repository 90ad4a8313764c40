package org.zhuqi.platform.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Decision;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Refusal;

/**
 * Whether a contract lies within a valid qualification today: as the version of the item says that the contract keeps, or
 * as its institution has renewed it since in the version published last.
 */
@Service
@Transactional(readOnly = true)
public class Qualifications {
  private final ItemStore store;
  private final ItemRules rules;
  private final Clock clock;

  Qualifications(ItemStore store, ItemRules rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /** The measure's answer, to be kept where something follows from it. */
  public Decision ask(UUID item, int version) {
    return rules.qualification(basis(item, version), LocalDate.now(clock));
  }

  /** Why nothing may be agreed on that version today; empty when it may. */
  public List<Refusal> refusals(UUID item, int version) {
    return ask(item, version).failures().stream().map(f -> ItemRules.refusal(f, "item")).toList();
  }

  /** The last day on which it is qualified; empty where none is needed. */
  public Optional<LocalDate> until(UUID item, int version) {
    return Optional.of(basis(item, version)).filter(Item::needsQualification).map(Item::qualificationUntil);
  }

  private Item basis(UUID item, int version) {
    Item kept = rules.ruled(published(item, version).item());
    if (!kept.needsQualification()) return kept;
    LocalDate today = LocalDate.now(clock);
    return Stream.concat(Stream.of(kept), renewed(item, version, kept).stream())
        .filter(i -> rules.qualification(i, today).granted())
        .max(Comparator.comparing(i -> Optional.ofNullable(i.qualificationUntil()).orElse(LocalDate.MIN)))
        .orElse(kept);
  }

  /** The kept version on the qualification of the last one. What the centre took out renews nothing. */
  private Optional<Item> renewed(UUID item, int version, Item kept) {
    return store
        .find(item)
        .filter(s -> s.version() > version && s.state() != ServiceItem.ItemState.TAKEN_OUT)
        .map(s -> published(item, s.version()).item())
        .flatMap(last -> kept.on(last));
  }

  private ServiceItem published(UUID item, int version) {
    return store.version(item, version).orElseThrow(() -> new NotFoundException("service item " + item + " v" + version));
  }
}
