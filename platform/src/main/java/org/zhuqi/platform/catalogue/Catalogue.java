package org.zhuqi.platform.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Materials;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.catalogue.ServiceItem.ItemState;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/** Service items: drafted, published, changed, taken out. Each command is one transaction and leaves an audit record. */
@Service
@Transactional
public class Catalogue {
  /** As documents, decisions and the audit trail name an item. */
  public static final String SUBJECT = "service_item";

  private static final String NUMBER = "FW";
  private static final int TITLE_MAX = 60;
  private static final int TEXT_MAX = 4_000;
  private final ItemStore store;
  private final ItemRules itemRules;
  private final TakeOuts takeOuts;
  private final Rules rules;
  private final Standings standings;
  private final Parties parties;
  private final Documents documents;
  private final Decisions decisions;
  private final AuditTrail audit;
  private final RunningNumbers numbers;
  private final Clock clock;

  Catalogue(
      ItemStore store,
      ItemRules itemRules,
      TakeOuts takeOuts,
      Rules rules,
      Standings standings,
      Parties parties,
      Documents documents,
      Decisions decisions,
      AuditTrail audit,
      RunningNumbers numbers,
      Clock clock) {
    this.store = store;
    this.itemRules = itemRules;
    this.takeOuts = takeOuts;
    this.rules = rules;
    this.standings = standings;
    this.parties = parties;
    this.documents = documents;
    this.decisions = decisions;
    this.audit = audit;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Keeps a draft; only a title is needed. */
  public Outcome<UUID> draft(Actor by, Item item) {
    by.mustBe(Role.INSTITUTION);
    List<Refusal> wrong = shape(item);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Party party = parties.get(by.partyOrThrow());
    ServiceItem s =
        new ServiceItem(
            Ids.next(), numbers.next(NUMBER, LocalDate.now(clock)), party.id(), party.name(), party.area(),
            ItemState.DRAFT, itemRules.ruled(item), 0, 1, rules.pack(Materials.class, ItemRules.PUBLICATION).code(), null, null, null);
    store.insert(s, clock.instant());
    attach(by, s);
    record(by, "service_item.drafted", s, "起草服务事项");
    return Outcome.done(s.id());
  }

  /** Drafts and publishes in one go. @throws org.zhuqi.platform.shared.RefusedException never: a refusal leaves no draft */
  public Outcome<UUID> publish(Actor by, Item item) {
    List<Refusal> wrong = problems(by, item);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    return draft(by, item).then(id -> publish(by, id)).map(ServiceItem::id);
  }

  /**
   * Changes the working copy; what is published stays until it is published again.
   *
   * @param revision the one that the editor saw: another's change in between is refused, not overwritten
   */
  public Outcome<ServiceItem> edit(Actor by, UUID item, int revision, Item changed) {
    ServiceItem s = own(by, item);
    if (s.revision() != revision) {
      return Outcome.refused(
          Refusal.of(
                  "changed_meanwhile",
                  "该服务事项在您编辑期间已被修改（现为第 " + s.revision() + " 次修改，您看到的是第 " + revision + " 次）。",
                  "The item was changed while you edited it (change " + s.revision() + "; you saw " + revision + ").")
              .remedy("请刷新后在最新内容上修改。", "Reload and change what is there now."));
    }
    List<Refusal> wrong = shape(changed);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    ServiceItem after = store.edit(s, itemRules.ruled(changed));
    attach(by, after);
    record(by, "service_item.edited", after, "修改服务事项");
    return Outcome.done(after);
  }

  /** From now on those who see the item can look at its certificate. */
  private void attach(Actor by, ServiceItem s) {
    UUID certificate = s.item().qualification();
    if (certificate != null) documents.attach(by, certificate, SUBJECT, s.id(), "qualification");
  }

  /** Publishes the working copy as the next version. Refused with everything that is missing or wrong. */
  public Outcome<ServiceItem> publish(Actor by, UUID item) {
    ServiceItem s = own(by, item);
    if (s.state() == ItemState.TAKEN_OUT) return Outcome.refused(takeOuts.refusal(s));
    List<Refusal> wrong = problems(by, s.item());
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Party party = parties.get(s.party());
    ServiceItem published =
        store.publish(s, party.name(), party.area(), searchText(s, party), clock.instant(), by.name());
    itemRules.ask(s.item(), LocalDate.now(clock)).decisions().forEach(d -> decisions.keep(d, SUBJECT, s.id()));
    record(by, "service_item.published", published, "发布服务事项第 " + published.version() + " 版");
    return Outcome.done(published);
  }

  /**
   * Takes an item out of the catalogue: its institution, which may publish it again, or the centre, which alone lets it
   * back. Contracts made on it go on.
   */
  public Outcome<ServiceItem> deactivate(Actor by, UUID item, String reason) {
    if (by.is(Role.CENTRE)) return takeOuts.takeOut(by, lock(item), reason);
    ServiceItem s = own(by, item);
    if (s.state() == ItemState.INACTIVE) return Outcome.done(s);
    if (s.state() == ItemState.TAKEN_OUT) return Outcome.refused(takeOuts.refusal(s));
    if (reason.isBlank()) return Outcome.refused(TakeOuts.reasonMissing());
    ServiceItem after = store.deactivate(s, reason.strip());
    record(by, "service_item.deactivated", after, reason.strip());
    return Outcome.done(after);
  }

  /** The centre lets an item back that it took out; its institution may then publish it again. */
  public Outcome<ServiceItem> letBack(Actor by, UUID item, String reason) {
    by.mustBe(Role.CENTRE);
    return takeOuts.letBack(by, lock(item), reason);
  }

  /** The item with its working copy. @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public ServiceItem item(UUID item) {
    return store.find(item).orElseThrow(() -> new NotFoundException("service item " + item));
  }

  /** The item as it was published in that version; kept for good. @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public ServiceItem item(UUID item, int version) {
    return store.version(item, version).orElseThrow(() -> new NotFoundException("service item " + item + " v" + version));
  }

  /** The published item if anybody may see and order it today: its qualification valid, its institution live. */
  @Transactional(readOnly = true)
  public Optional<ServiceItem> open(UUID item) {
    return store
        .find(item)
        .filter(s -> s.state() == ItemState.PUBLISHED)
        .flatMap(s -> store.version(item, s.version()))
        .filter(s -> itemRules.ask(s.item(), LocalDate.now(clock)).refusals().isEmpty())
        .filter(s -> standings.live(s.party()));
  }

  /** All items of an institution with their working copies, newest first. */
  @Transactional(readOnly = true)
  public List<ServiceItem> ofParty(UUID party) {
    return store.ofParty(party);
  }

  /** Everything that keeps this item from being shown, were it published now; empty when nothing does. */
  @Transactional(readOnly = true)
  public List<Refusal> problems(Actor by, Item item) {
    List<Refusal> all = new ArrayList<>(shape(item));
    all.addAll(itemRules.ask(item, LocalDate.now(clock)).refusals());
    UUID paper = item.qualification();
    if (paper != null) {
      Document d = documents.readable(by, paper);
      LocalDate until = item.qualificationUntil();
      if (d.expires() != null && until != null && until.isAfter(d.expires())) {
        all.add(
            Refusal.of(
                    "qualification_date",
                    "填写的资质有效期 " + until + " 晚于证书材料的有效期 " + d.expires() + "。",
                    "The stated validity, " + until + ", is later than the document's, " + d.expires() + ".")
                .remedy("请按证书填写。", "State what the certificate says.")
                .at("qualificationUntil"));
      }
    }
    return all;
  }

  /** How parties stand today over all registers; a party that none knows is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, Standing.State> standing(Collection<UUID> ofParties) {
    return standings.of(ofParties);
  }

  private static List<Refusal> shape(Item item) {
    List<Refusal> wrong = new ArrayList<>();
    if (item.title().isBlank() || item.title().length() > TITLE_MAX) {
      wrong.add(
          Refusal.of("title_length", "服务名称须为 1 至 " + TITLE_MAX + " 个字。", "The title needs 1 to " + TITLE_MAX + " characters.")
              .at("title"));
    }
    boolean tooLong =
        Stream.of(item.content(), item.process(), item.feeText(), item.approvalNumber(), item.phone())
            .anyMatch(t -> t != null && t.length() > TEXT_MAX);
    if (tooLong) {
      wrong.add(Refusal.of("text_too_long", "每项最多 " + TEXT_MAX + " 个字。", "At most " + TEXT_MAX + " characters each."));
    }
    return wrong;
  }

  private ServiceItem own(Actor by, UUID item) {
    by.mustBe(Role.INSTITUTION);
    ServiceItem s = lock(item);
    if (!s.party().equals(by.party())) throw new NotFoundException("service item " + item);
    return s;
  }

  private ServiceItem lock(UUID item) {
    return store.lock(item).orElseThrow(() -> new NotFoundException("service item " + item));
  }

  private String searchText(ServiceItem s, Party party) {
    Item item = s.item();
    Stream<@Nullable String> parts =
        Stream.of(
            item.title(), Rules.label(rules.categories().items(), item.category()).zh(),
            Rules.label(rules.scope().items(), item.scope()).zh(), item.content(), item.process(), item.feeText(),
            party.name(), s.number());
    return parts.filter(Objects::nonNull).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
  }

  private void record(Actor by, String act, ServiceItem s, String grounds) {
    audit.record(
        by, act, SUBJECT, s.id(), rules.provision(ItemRules.PUBLICATION), grounds,
        Map.of("number", s.number(), "title", s.item().title(), "version", s.version()));
  }
}
