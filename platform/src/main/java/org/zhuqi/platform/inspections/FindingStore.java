package org.zhuqi.platform.inspections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Rows of findings and of what was said and done about them. */
@Repository
class FindingStore {
  private final JdbcClient jdbc;
  private final ReceivableStore receivables;

  FindingStore(JdbcClient jdbc, ReceivableStore receivables) {
    this.jdbc = jdbc;
    this.receivables = receivables;
  }

  void insert(InspectionFinding f) {
    jdbc.sql(
            """
            insert into finding (finding_id, number, inspection_id, funder, party_id, party_name, measure, version, provision,
              sanction, ground, ground_zh, ground_en, statement, state, found_by, found_name, found_at)
            values (:id, :number, :inspection, :funder, :party, :partyName, :measure, :version, :provision, :sanction, :ground,
              :zh, :en, :statement, 'OPEN', :by, :name, :at)""")
        .param("id", f.id())
        .param("number", f.number())
        .param("inspection", f.inspection())
        .param("funder", f.funder())
        .param("party", f.party())
        .param("partyName", f.partyName())
        .param("measure", f.measure())
        .param("version", f.version())
        .param("provision", f.provision())
        .param("sanction", f.sanction())
        .param("ground", f.groundCode())
        .param("zh", f.ground().zh())
        .param("en", f.ground().en())
        .param("statement", f.statement())
        .param("by", f.foundBy())
        .param("name", f.foundName())
        .param("at", DrawStore.utc(f.foundAt()))
        .update();
    f.contracts().forEach(c -> insert(f.id(), c));
  }

  private void insert(UUID finding, InspectionFinding.Concerned c) {
    jdbc.sql("insert into finding_contract (finding_id, contract_id, public_id) values (:finding, :contract, :publicId)")
        .param("finding", finding)
        .param("contract", c.contract())
        .param("publicId", c.publicId())
        .update();
  }

  Optional<InspectionFinding> find(UUID id, boolean lock) {
    return jdbc.sql("select * from finding where finding_id = :id" + (lock ? " for update" : ""))
        .param("id", id)
        .query(this::full)
        .optional();
  }

  List<InspectionFinding> list(@Nullable Collection<String> funders, @Nullable UUID party) {
    return jdbc.sql(
            """
            select * from finding f
             where (:any or funder in (:funders)
                    or exists (select from receivable r where r.tenant = f.tenant and r.finding_id = f.finding_id and r.funder in (:funders)))
               and (cast(:party as uuid) is null or party_id = cast(:party as uuid))
             order by number desc""")
        .param("any", funders == null)
        .param("funders", funders == null || funders.isEmpty() ? List.of("") : funders)
        .param("party", party)
        .query(this::full)
        .list();
  }

  /** Upheld against one of these parties; the latest first. */
  List<InspectionFinding> upheldAgainst(Collection<UUID> parties) {
    return jdbc.sql("select * from finding where state = 'UPHELD' and party_id in (:parties) order by decided_at desc")
        .param("parties", parties.isEmpty() ? List.of(new UUID(0, 0)) : parties)
        .query(this::full)
        .list();
  }

  void askToBeHeard(UUID finding, LocalDate until) {
    jdbc.sql("update finding set state = 'HEARING', hear_until = :until where finding_id = :id")
        .param("until", until)
        .param("id", finding)
        .update();
  }

  void hear(UUID finding, String said, Actor by, boolean byParty, Instant at) {
    jdbc.sql(
            """
            insert into finding_hearing (hearing_id, finding_id, said, by_id, by_name, by_party, at)
            values (:id, :finding, :said, :by, :name, :byParty, :at)""")
        .param("id", Ids.next())
        .param("finding", finding)
        .param("said", said)
        .param("by", by.account())
        .param("name", by.name())
        .param("byParty", byParty)
        .param("at", DrawStore.utc(at))
        .update();
  }

  void decide(UUID finding, FindingState state, String reason, Actor by, Instant at) {
    jdbc.sql(
            """
            update finding set state = :state, reason = :reason, decided_by = :by, decided_name = :name, decided_at = :at
             where finding_id = :id""")
        .param("state", state.name())
        .param("reason", reason)
        .param("by", by.account())
        .param("name", by.name())
        .param("at", DrawStore.utc(at))
        .param("id", finding)
        .update();
  }

  void removalProposed(UUID finding, Instant at) {
    jdbc.sql("update finding set removal_at = :at where finding_id = :id").param("at", DrawStore.utc(at)).param("id", finding).update();
  }

  /** @return false when the enterprise has chosen before */
  boolean choose(UUID finding, UUID contract, boolean finish, String reason, Actor by, Instant at) {
    return jdbc.sql(
                """
                insert into finding_choice (finding_id, contract_id, finish, reason, by_id, by_name, at)
                values (:finding, :contract, :finish, :reason, :by, :name, :at) on conflict do nothing""")
            .param("finding", finding)
            .param("contract", contract)
            .param("finish", finish)
            .param("reason", reason)
            .param("by", by.account())
            .param("name", by.name())
            .param("at", DrawStore.utc(at))
            .update()
        == 1;
  }

  Optional<Boolean> choice(UUID finding, UUID contract) {
    return jdbc.sql("select finish from finding_choice where finding_id = :finding and contract_id = :contract")
        .param("finding", finding)
        .param("contract", contract)
        .query(Boolean.class)
        .optional();
  }

  private InspectionFinding full(ResultSet rs, int n) throws SQLException {
    UUID id = rs.getObject("finding_id", UUID.class);
    return new InspectionFinding(
        id, rs.getString("number"), rs.getObject("inspection_id", UUID.class), rs.getString("funder"),
        rs.getObject("party_id", UUID.class), rs.getString("party_name"), rs.getString("measure"), rs.getString("version"),
        rs.getString("provision"), rs.getString("sanction"), new Text(rs.getString("ground_zh"), rs.getString("ground_en")),
        rs.getString("ground"), rs.getString("statement"), FindingState.valueOf(rs.getString("state")),
        rs.getObject("found_by", UUID.class), rs.getString("found_name"),
        rs.getObject("found_at", OffsetDateTime.class).toInstant(), rs.getObject("hear_until", LocalDate.class),
        rs.getString("decided_name"), DrawStore.instant(rs, "decided_at"), rs.getString("reason"),
        DrawStore.instant(rs, "removal_at"), contracts(id), hearings(id), receivables.of(id));
  }

  private List<InspectionFinding.Concerned> contracts(UUID finding) {
    return jdbc.sql("select contract_id, public_id from finding_contract where finding_id = :id order by public_id")
        .param("id", finding)
        .query((rs, n) -> new InspectionFinding.Concerned(rs.getObject(1, UUID.class), rs.getString(2)))
        .list();
  }

  private List<InspectionFinding.Hearing> hearings(UUID finding) {
    return jdbc.sql("select said, by_name, by_party, at from finding_hearing where finding_id = :id order by at")
        .param("id", finding)
        .query(
            (rs, n) ->
                new InspectionFinding.Hearing(
                    rs.getString(1), rs.getString(2), rs.getBoolean(3), rs.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }
}
