package org.zhuqi.platform.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** What the public finds: complete items with valid qualifications of institutions that stand today, in ranking order. */
@Service
@Transactional(readOnly = true)
public class PublicCatalogue {
  /** Shorter words find everything and nothing. */
  public static final int MIN_WORD = 2;

  private static final int MAX_SIZE = 100;
  private final SearchStore store;
  private final Standings standings;
  private final Clock clock;

  PublicCatalogue(SearchStore store, Standings standings, Clock clock) {
    this.store = store;
    this.standings = standings;
    this.clock = clock;
  }

  /** Every word must occur; by place in the ranking, then newest first. Refused when a word is too short to search. */
  public Outcome<ServicePage> search(ServiceSearch s) {
    Optional<String> tooShort = SearchStore.words(s.text()).stream().filter(w -> w.length() < MIN_WORD).findFirst();
    if (tooShort.isPresent()) {
      return Outcome.refused(
          Refusal.of(
                  "search_too_short",
                  "检索词“" + tooShort.get() + "”太短，至少 " + MIN_WORD + " 个字。",
                  "\"" + tooShort.get() + "\" is too short: search for " + MIN_WORD + " characters or more.")
              .at("q"));
    }
    ServiceSearch asked =
        new ServiceSearch(
            s.text(), s.category(), s.scope(), s.area(), s.feeMode(), s.maxFeeFen(), Math.max(0, s.page()),
            Math.clamp(s.size(), 1, MAX_SIZE));
    return Outcome.done(find(asked));
  }

  private ServicePage find(ServiceSearch s) {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, Standing.State> live = live(today);
    Map<UUID, Reputation.Track> tracks = standings.tracks(live.keySet());
    Map<UUID, Integer> positions =
        tracks.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().position()));
    List<SearchStore.Found> found = store.search(s, positions, today);
    List<ServicePage.Hit> hits =
        found.stream()
            .map(f -> hit(f, live, tracks))
            .toList();
    return new ServicePage(hits, found.isEmpty() ? 0 : found.getFirst().total(), s.page(), s.size());
  }

  private Map<UUID, Standing.State> live(LocalDate today) {
    Map<UUID, Standing.State> live = standings.of(store.providers(today));
    live.values().removeIf(state -> !state.isLive());
    return live;
  }

  /** The institutions that have something in the catalogue today. */
  public Set<UUID> liveProviders() {
    return Set.copyOf(live(LocalDate.now(clock)).keySet());
  }

  /** An institution's items that are public today. Empty when it does not stand. */
  public List<ServicePage.Hit> ofInstitution(UUID party) {
    if (!standings.live(party)) return List.of();
    Map<UUID, Standing.State> states = standings.of(List.of(party));
    Map<UUID, Reputation.Track> tracks = standings.tracks(List.of(party));
    return store.search(ServiceSearch.everything().sized(MAX_SIZE), Map.of(party, 1), LocalDate.now(clock)).stream()
        .map(f -> hit(f, states, tracks))
        .toList();
  }

  private static ServicePage.Hit hit(
      SearchStore.Found f, Map<UUID, Standing.State> states, Map<UUID, Reputation.Track> tracks) {
    UUID party = f.service().party();
    return new ServicePage.Hit(
        f.service(), Objects.requireNonNull(states.get(party)), Objects.requireNonNull(tracks.get(party)));
  }
}
