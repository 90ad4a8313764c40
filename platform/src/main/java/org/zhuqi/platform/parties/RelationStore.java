package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.shared.Tenancy;

/** Keyed hashes of what ties parties and people together. */
@Component
class RelationStore {
  private final JdbcClient jdbc;
  private final KeyedHash hash;

  RelationStore(JdbcClient jdbc, KeyedHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** Within a tenant only: the same person in two cities gives two hashes. */
  String hash(RelationKind.Value sort, String value) {
    String plain =
        switch (sort) {
          case ENTITY -> IdentityNumber.normalise(value);
          case PHONE -> value.replaceAll("\\D", "");
          case BANK_ACCOUNT -> value.replaceAll("\\s", "");
        };
    return hash.of("relation/" + Tenancy.current() + "/" + sort, plain);
  }

  /** @return null when it stands already */
  @Nullable UUID insert(UUID party, RelationKind kind, String value, String masked, LocalDate today) {
    return jdbc.sql(
            """
            insert into party_relation (id, party_id, kind, hash, masked, since)
            values (:id, :party, :kind, :hash, :masked, :today)
            on conflict (tenant, party_id, kind, hash) where until is null do nothing returning id""")
        .param("id", Ids.next())
        .param("party", party)
        .param("kind", kind.name())
        .param("hash", hash(kind.value(), value))
        .param("masked", masked)
        .param("today", today)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  boolean end(UUID party, UUID relation, LocalDate today) {
    return jdbc.sql(
                """
                update party_relation set until = :today
                where id = :id and party_id = :party and until is null and kind in ('LEGAL_REP', 'CONTROLLER', 'SHAREHOLDER', 'STAFF')""")
            .param("today", today)
            .param("id", relation)
            .param("party", party)
            .update()
        == 1;
  }

  /** Ends every standing relation of a kind, before another value takes its place. */
  void endAll(UUID party, RelationKind kind, LocalDate today) {
    jdbc.sql("update party_relation set until = :today where party_id = :party and kind = :kind and until is null")
        .param("today", today)
        .param("party", party)
        .param("kind", kind.name())
        .update();
  }

  List<Tie> of(UUID party) {
    return jdbc.sql(
            "select * from party_relation where party_id = :party and kind <> 'SELF' order by until nulls first, kind, since")
        .param("party", party)
        .query(
            (rs, n) ->
                new Tie(
                    rs.getObject("id", UUID.class), party, RelationKind.valueOf(rs.getString("kind")),
                    rs.getString("masked"), rs.getObject("since", LocalDate.class), rs.getObject("until", LocalDate.class)))
        .list();
  }

  /** What the first has in common with any of the others. */
  List<Relation> between(UUID a, Collection<UUID> others) {
    return jdbc.sql(
            """
            select x.kind, y.kind as other_kind, y.party_id as other, case when x.kind = 'SELF' then y.masked else x.masked end as masked
              from party_relation x
              join party_relation y on y.tenant = x.tenant and y.hash = x.hash and y.until is null
             where x.party_id = :a and x.until is null and y.party_id = any(:others) and y.party_id <> :a
             order by y.party_id, x.kind, y.kind""")
        .param("a", a)
        .param("others", others.toArray(UUID[]::new))
        .query(
            (rs, n) ->
                new Relation(
                    a, RelationKind.valueOf(rs.getString("kind")), rs.getObject("other", UUID.class),
                    RelationKind.valueOf(rs.getString("other_kind")), rs.getString("masked")))
        .list();
  }

  /** Every other party that has something in common with this one. */
  List<Relation> ofAll(UUID party) {
    List<UUID> others =
        jdbc.sql(
                """
                select distinct y.party_id from party_relation x
                  join party_relation y on y.tenant = x.tenant and y.hash = x.hash and y.until is null
                 where x.party_id = :party and x.until is null and y.party_id <> :party""")
            .param("party", party)
            .query(UUID.class)
            .list();
    return others.isEmpty() ? List.of() : between(party, others);
  }

  boolean relatedToAccount(UUID account, UUID party) {
    return jdbc.sql("select party_related_to_account(:account, :party)")
        .param("account", account)
        .param("party", party)
        .query(Boolean.class)
        .single();
  }
}
