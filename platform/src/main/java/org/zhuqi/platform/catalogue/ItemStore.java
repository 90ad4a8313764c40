package org.zhuqi.platform.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;

/** Rows of service items and of their published versions. */
@Component
class ItemStore {
  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ServiceItem s, Instant at) {
    jdbc.sql(
            """
            insert into service_item (id, number, party_id, measure, state, working, created_at, party_name, area, title)
            values (:id, :number, :party, :measure, 'DRAFT', cast(:item as jsonb), :at, :partyName, :area, :title)""")
        .param("id", s.id())
        .param("number", s.number())
        .param("party", s.party())
        .param("measure", s.measure())
        .param("item", Json.write(s.item()))
        .param("at", Timestamp.from(at))
        .param("partyName", s.partyName())
        .param("area", s.area())
        .param("title", s.item().title())
        .update();
  }

  /** The item with its working copy. */
  Optional<ServiceItem> find(UUID id) {
    return jdbc.sql("select *, working as shown from service_item where id = :id").param("id", id).query(ItemStore::read).optional();
  }

  Optional<ServiceItem> lock(UUID id) {
    return jdbc.sql("select *, working as shown from service_item where id = :id for update")
        .param("id", id)
        .query(ItemStore::read)
        .optional();
  }

  Optional<ServiceItem> version(UUID id, int version) {
    return jdbc.sql(
            """
            select i.*, v.item as shown from service_item i
              join service_item_version v on v.tenant = i.tenant and v.item_id = i.id
             where i.id = :id and v.version = :version""")
        .param("id", id)
        .param("version", version)
        .query(ItemStore::read)
        .optional()
        .map(s -> s.withVersion(version));
  }

  List<ServiceItem> ofParty(UUID party) {
    return jdbc.sql("select *, working as shown from service_item where party_id = :party order by number desc")
        .param("party", party)
        .query(ItemStore::read)
        .list();
  }

  ServiceItem edit(ServiceItem before, Item item) {
    return jdbc.sql(
            """
            update service_item set working = cast(:item as jsonb), revision = revision + 1,
                   title = case when version = 0 then :title else title end
             where id = :id and revision = :revision returning *, working as shown""")
        .param("item", Json.write(item))
        .param("title", item.title())
        .param("id", before.id())
        .param("revision", before.revision())
        .query(ItemStore::read)
        .single();
  }

  ServiceItem publish(ServiceItem s, String partyName, @Nullable String area, String searchText, Instant at, String by) {
    Item item = s.item();
    ServiceItem published =
        jdbc.sql(
                """
                update service_item set state = 'PUBLISHED', version = version + 1, revision = revision + 1, published_at = :at,
                       inactive_reason = null, decided_by = null, decider_name = null, party_name = :partyName, area = :area, title = :title, category = :category,
                       scope = :scope, fee_mode = :feeMode, fee_fen = :fee, qualification_until = :until, search_text = :text,
                       qualification_told = case when qualification_until = :until then qualification_told end
                 where id = :id and revision = :revision returning *, working as shown""")
            .param("at", Timestamp.from(at))
            .param("partyName", partyName)
            .param("area", area)
            .param("title", item.title())
            .param("category", item.category())
            .param("scope", item.scope())
            .param("feeMode", item.feeMode())
            .param("fee", item.feeFen())
            .param("until", item.needsQualification() ? item.qualificationUntil() : null)
            .param("text", searchText)
            .param("id", s.id())
            .param("revision", s.revision())
            .query(ItemStore::read)
            .single();
    jdbc.sql(
            """
            insert into service_item_version (item_id, version, item, published_at, published_by)
            values (:id, :version, cast(:item as jsonb), :at, :by)""")
        .param("id", s.id())
        .param("version", published.version())
        .param("item", Json.write(item))
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
    return published;
  }

  /**
   * A published item whose qualification ends.
   *
   * @param told days ahead of the last notice of it; null before the first
   */
  record Ending(UUID id, String number, UUID party, String title, LocalDate until, @Nullable Integer told) {}

  /** Published items whose qualification ends by a day, or has. */
  List<Ending> ending(LocalDate by) {
    return jdbc.sql(
            """
            select id, number, party_id as party, title, qualification_until as until, qualification_told as told
              from service_item where state = 'PUBLISHED' and qualification_until <= :by order by qualification_until, id for update""")
        .param("by", by)
        .query(Ending.class)
        .list();
  }

  void told(UUID id, int daysAhead) {
    jdbc.sql("update service_item set qualification_told = :days where id = :id").param("days", daysAhead).param("id", id).update();
  }

  ServiceItem deactivate(ServiceItem s, String reason) {
    return jdbc.sql(
            """
            update service_item set state = 'INACTIVE', inactive_reason = :reason, revision = revision + 1
             where id = :id and revision = :revision returning *, working as shown""")
        .param("reason", reason)
        .param("id", s.id())
        .param("revision", s.revision())
        .query(ItemStore::read)
        .single();
  }

  /** An official takes it out (TAKEN_OUT) or lets it back (INACTIVE). */
  ServiceItem decide(ServiceItem s, ServiceItem.ItemState state, String reason, Actor by) {
    return jdbc.sql(
            """
            update service_item set state = :state, inactive_reason = :reason, decided_by = :by, decider_name = :name,
                   revision = revision + 1
             where id = :id and revision = :revision returning *, working as shown""")
        .param("state", state.name())
        .param("reason", reason)
        .param("by", by.account())
        .param("name", by.name())
        .param("id", s.id())
        .param("revision", s.revision())
        .query(ItemStore::read)
        .single();
  }

  static ServiceItem read(ResultSet rs, int n) throws SQLException {
    Timestamp published = rs.getTimestamp("published_at");
    return new ServiceItem(
        rs.getObject("id", UUID.class),
        rs.getString("number"),
        rs.getObject("party_id", UUID.class),
        rs.getString("party_name"),
        rs.getString("area"),
        ServiceItem.ItemState.valueOf(rs.getString("state")),
        Json.read(rs.getString("shown"), Item.class),
        rs.getInt("version"),
        rs.getInt("revision"),
        rs.getString("measure"),
        published == null ? null : published.toInstant(),
        rs.getString("inactive_reason"),
        rs.getString("decider_name"));
  }
}
