package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.vouchers.ClaimGroup.PartKey;
import org.zhuqi.platform.vouchers.ClaimGroup.YearKey;
import tools.jackson.core.type.TypeReference;

/**
 * Reads all that a group of claims is judged by, in a fixed number of statements, and locks what must not change
 * meanwhile: first the batches' tallies, then the holders' years, then the pots; each in the order of its ids.
 */
@Component
class ClaimReader {
  private final JdbcClient jdbc;
  private final BatchStore batches;
  private final Parties parties;
  private final Ledger ledger;
  private final Clock clock;

  ClaimReader(JdbcClient jdbc, BatchStore batches, Parties parties, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.parties = parties;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Claims of these keys that were answered before. */
  Map<Waiting.Key, Answered> answered(List<Waiting> group) {
    Map<Waiting.Key, Answered> answered = new HashMap<>();
    jdbc.sql(
            """
            select c.*, v.number from unnest(?::uuid[], ?::text[]) as k(holder, key)
              join claim c on c.holder = k.holder and c.key = k.key
              left join voucher v using (tenant, voucher_id)""")
        .param(group.stream().map(Waiting::holder).toArray(UUID[]::new))
        .param(group.stream().map(w -> w.ask().key()).toArray(String[]::new))
        .query(
            rs -> {
              String refusals = rs.getString("refusals");
              ClaimAnswer answer =
                  new ClaimAnswer(
                      rs.getObject("claim_id", UUID.class),
                      ClaimAnswer.Kind.valueOf(rs.getString("outcome")),
                      new Money(rs.getLong("amount_fen")),
                      rs.getObject("voucher_id", UUID.class),
                      rs.getString("number"),
                      refusals == null ? List.of() : Json.read(refusals, new TypeReference<List<Refusal>>() {}),
                      rs.getObject("decision_id", UUID.class));
              Ask ask =
                  new Ask(
                      rs.getObject("batch_id", UUID.class), answer.amount(), rs.getString("category"), rs.getObject("project_id", UUID.class),
                      rs.getString("key"));
              answered.put(new Waiting.Key(rs.getObject("holder", UUID.class), ask.key()), new Answered(ask, answer));
            });
    return answered;
  }

  ClaimGroup load(List<Waiting> group) {
    return load(group, false);
  }

  ClaimGroup load(List<Waiting> group, boolean drawing) {
    Set<UUID> wanted = group.stream().map(w -> w.ask().batch()).collect(Collectors.toSet());
    Set<UUID> holders = group.stream().map(Waiting::holder).collect(Collectors.toSet());
    Map<UUID, Integer> tallies = batches.lockTally(wanted);
    Map<UUID, Batch> found =
        batches.of(tallies.keySet()).stream().collect(Collectors.toMap(Batch::id, b -> b));
    Map<UUID, Party> known = parties.of(holders);
    Set<Integer> years = group.stream().map(w -> w.arrived().atZone(clock.getZone()).getYear()).collect(Collectors.toSet());
    return new ClaimGroup(
        found,
        known,
        parties.projectsOf(known),
        years(holders, years, " for update"),
        parts(found.keySet(), holders),
        tallies,
        pots(found.values()),
        drawing);
  }

  /** As {@link #load}, for looking only: nothing is locked. */
  ClaimGroup look(Collection<Batch> current, UUID holder) {
    Set<UUID> holders = Set.of(holder);
    Map<UUID, Party> known = parties.of(holders);
    return new ClaimGroup(
        current.stream().collect(Collectors.toMap(Batch::id, b -> b)),
        known,
        parties.projectsOf(known),
        years(holders, Set.of(clock.instant().atZone(clock.getZone()).getYear()), ""),
        parts(current.stream().map(Batch::id).toList(), holders),
        current.stream().collect(Collectors.toMap(Batch::id, Batch::holders)),
        current.stream().flatMap(b -> b.pots().stream()).collect(Collectors.toMap(Batch.Pot::account, Batch.Pot::left)),
        false);
  }

  /** What a holder has received in a year. */
  Map<YearKey, Money> yearsOf(UUID holder, int year) {
    return years(Set.of(holder), Set.of(year), "");
  }

  private Map<YearKey, Money> years(Collection<UUID> holders, Collection<Integer> years, String lock) {
    Map<YearKey, Money> received = new HashMap<>();
    jdbc.sql(
            """
            select * from claim_year where holder = any(?) and year = any(?)
             order by holder, applicant_class, subject, year"""
                + lock)
        .param(holders.toArray(UUID[]::new))
        .param(years.toArray(Integer[]::new))
        .query(
            rs -> {
              received.put(
                  new YearKey(
                      rs.getObject("holder", UUID.class),
                      HolderClass.valueOf(rs.getString("applicant_class").toUpperCase(java.util.Locale.ROOT)),
                      rs.getString("subject"),
                      rs.getInt("year")),
                  new Money(rs.getLong("granted_fen")));
            });
    return received;
  }

  private Map<PartKey, Money> parts(Collection<UUID> batches, Collection<UUID> holders) {
    Map<PartKey, Money> parts = new HashMap<>();
    jdbc.sql(
            """
            select batch_id, holder, sum(face_fen)::bigint as fen from voucher
             where batch_id = any(?) and holder = any(?) group by batch_id, holder""")
        .param(batches.toArray(UUID[]::new))
        .param(holders.toArray(UUID[]::new))
        .query(
            rs -> {
              parts.put(
                  new PartKey(rs.getObject("batch_id", UUID.class), rs.getObject("holder", UUID.class)),
                  new Money(rs.getLong("fen")));
            });
    return parts;
  }

  private Map<UUID, Money> pots(Collection<Batch> batches) {
    List<UUID> accounts = batches.stream().flatMap(b -> b.pots().stream()).map(Batch.Pot::account).toList();
    Map<UUID, Money> left = new HashMap<>();
    ledger.locked(accounts).forEach((account, balance) -> left.put(account, balance.free()));
    return left;
  }
}
