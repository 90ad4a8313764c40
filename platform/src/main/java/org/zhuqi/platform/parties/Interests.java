package org.zhuqi.platform.parties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/**
 * What ties officials and reviewers to parties, so that nobody decides on a party they are related to. Each person
 * declares their own; nothing is ever removed, only ended with a reason that an auditor can read.
 */
@Service
@Transactional
public class Interests {
  private final JdbcClient jdbc;
  private final RelationStore relations;
  private final PartyStore parties;
  private final AuditTrail audit;
  private final Clock clock;

  Interests(JdbcClient jdbc, RelationStore relations, PartyStore parties, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.relations = relations;
    this.parties = parties;
    this.audit = audit;
    this.clock = clock;
  }

  /** Declares an interest in an organisation, registered here or not. The same twice changes nothing. */
  public Outcome<Void> declare(Actor by, String creditCode, String reason) {
    Outcome<CreditCode> code = CreditCode.parse(creditCode);
    if (!code.isDone()) return code.map(c -> null);
    if (reason.isBlank()) {
      return Outcome.refused(
          Refusal.of("interest_reason", "请写明是什么关联，例如：配偶在该单位任职。", "Say what the tie is, such as: spouse works there.").at("reason"));
    }
    String value = code.orThrow().value();
    String name = parties.byCode(value).map(Party::name).orElse("");
    insert(by, account(by), Interest.Kind.DECLARED, relations.hash(RelationKind.Value.ENTITY, value), (name + " " + value).strip(), reason);
    return Outcome.done(null);
  }

  /** The person's own identity number, met against every record; only its keyed hash is kept. */
  public Outcome<Void> identify(Actor by, String identityNumber) {
    Optional<Refusal> problem = IdentityNumber.problem(identityNumber);
    if (problem.isPresent()) return Outcome.refused(problem.get().at("identityNumber"));
    insert(by, account(by), Interest.Kind.PERSON, relations.hash(RelationKind.Value.ENTITY, identityNumber),
        Masked.identity(identityNumber.strip()), "本人证件");
    return Outcome.done(null);
  }

  /** The account belongs to a party. For room identity, when it opens one. */
  public void member(Actor by, UUID account, UUID party) {
    Party p = parties.byIds(List.of(party)).stream().findFirst().orElseThrow(() -> new NotFoundException("party " + party));
    insert(by, account, Interest.Kind.MEMBER, relations.hash(RelationKind.Value.ENTITY, p.creditCode().value()), p.name(), "所属单位");
  }

  /** Ends what the person declared; the record stays. */
  public Outcome<Void> end(Actor by, UUID interest, String reason) {
    if (reason.isBlank()) {
      return Outcome.refused(Refusal.of("interest_end_reason", "请写明关联为何不再存在。", "Say why the tie no longer exists.").at("reason"));
    }
    int ended =
        jdbc.sql(
                """
                update account_tie set until = :today, end_reason = :reason
                where id = :id and account_id = :account and kind = 'DECLARED' and until is null""")
            .param("today", LocalDate.now(clock))
            .param("reason", reason)
            .param("id", interest)
            .param("account", account(by))
            .update();
    if (ended == 0) throw new NotFoundException("interest " + interest);
    audit.record(by, "interest.ended", "account", account(by), null, reason, Map.of("interest", interest.toString()));
    return Outcome.done(null);
  }

  /** What is on record of an account, standing first: for the person, and for auditors. */
  @Transactional(readOnly = true)
  public List<Interest> of(Actor by, UUID account) {
    if (!account.equals(by.account()) && !by.is(Role.AUDITOR, Role.ADMIN, Role.SYSTEM)) {
      throw new ForbiddenException(by, Role.AUDITOR, Role.ADMIN);
    }
    return jdbc.sql("select * from account_tie where account_id = :account order by until nulls first, since desc, id desc")
        .param("account", account)
        .query(
            (rs, n) ->
                new Interest(
                    rs.getObject("id", UUID.class), account, Interest.Kind.valueOf(rs.getString("kind")),
                    rs.getString("masked"), rs.getString("reason"), rs.getObject("since", LocalDate.class),
                    rs.getObject("until", LocalDate.class)))
        .list();
  }

  private void insert(Actor by, UUID account, Interest.Kind kind, String hash, String shown, String reason) {
    @Nullable UUID id =
        jdbc.sql(
                """
                insert into account_tie (id, account_id, kind, hash, masked, reason, since)
                values (:id, :account, :kind, :hash, :shown, :reason, :today)
                on conflict (tenant, account_id, kind, hash) where until is null do nothing returning id""")
            .param("id", Ids.next())
            .param("account", account)
            .param("kind", kind.name())
            .param("hash", hash)
            .param("shown", shown)
            .param("reason", reason)
            .param("today", LocalDate.now(clock))
            .query(UUID.class)
            .optional()
            .orElse(null);
    if (id != null) {
      audit.record(by, "interest.declared", "account", account, null, reason, Map.of("kind", kind.name(), "shown", shown));
    }
  }

  private static UUID account(Actor by) {
    if (by.account() == null) throw new ForbiddenException(by, Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.REVIEWER);
    return by.account();
  }
}
