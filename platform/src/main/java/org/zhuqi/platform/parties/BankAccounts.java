package org.zhuqi.platform.parties;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.FieldCipher;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Where the parties' money goes. Each command is one transaction. */
@Service
@Transactional
public class BankAccounts {
  private static final Pattern NUMBER = Pattern.compile("\\d{8,32}");
  private final JdbcClient jdbc;
  private final Parties parties;
  private final RelationStore relations;
  private final FieldCipher cipher;
  private final AuditTrail audit;
  private final Clock clock;

  BankAccounts(JdbcClient jdbc, Parties parties, RelationStore relations, FieldCipher cipher, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.parties = parties;
    this.relations = relations;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The party names its account; a former one is kept as history. The current one again changes nothing, unless a payment
   * to it had bounced: then it is confirmed and usable anew.
   *
   * @param holder must be the party itself: public money goes to nobody else
   */
  public Outcome<UUID> set(Actor by, UUID party, String holder, String bank, String number) {
    if (by.role() != Role.SYSTEM && !party.equals(by.party())) {
      throw new ForbiddenException(by, Role.ENTERPRISE, Role.INSTITUTION);
    }
    String digits = number.replaceAll("[\\s-]", "");
    List<Refusal> wrong = check(party, holder.strip(), bank.strip(), digits);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Optional<BankAccount> old = locked(party);
    if (old.isPresent() && old.get().isUsable() && old.get().isSame(bank.strip(), digits)) {
      return Outcome.done(old.get().id());
    }
    return Outcome.done(replace(by, party, new BankAccount(Ids.next(), party, holder.strip(), bank.strip(), digits, clock.instant(), null, null)));
  }

  private List<Refusal> check(UUID party, String holder, String bank, String digits) {
    List<Refusal> wrong = new ArrayList<>();
    String name = parties.get(party).name();
    if (!holder.equals(name)) {
      wrong.add(
          Refusal.of("bank_account_holder", "账户名称须与单位名称“" + name + "”一致，款项只能付给单位本身。",
                  "The holder must be \"" + name + "\": money is paid to the party itself only.")
              .at("holder"));
    }
    if (bank.isBlank()) {
      wrong.add(Refusal.of("bank_account_bank", "请填写开户银行（具体到支行）。", "Give the bank and its branch.").at("bank"));
    }
    if (!NUMBER.matcher(digits).matches()) {
      wrong.add(Refusal.of("bank_account_number", "账号应为 8 至 32 位数字。", "An account number has 8 to 32 digits.").at("number"));
    }
    return wrong;
  }

  private UUID replace(Actor by, UUID party, BankAccount fresh) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("update bank_account set replaced_at = greatest(:now, since) where party_id = :party and replaced_at is null")
        .param("now", now)
        .param("party", party)
        .update();
    jdbc.sql(
            """
            insert into bank_account (id, party_id, holder, bank, number, since, set_by)
            values (:id, :party, :holder, :bank, :number, :now, :by)""")
        .param("id", fresh.id())
        .param("party", party)
        .param("holder", fresh.holder())
        .param("bank", fresh.bank())
        .param("number", cipher.encrypt(place(fresh.id()), fresh.number()))
        .param("now", now)
        .param("by", by.account())
        .update();
    LocalDate today = LocalDate.now(clock);
    relations.endAll(party, RelationKind.BANK_ACCOUNT, today);
    relations.insert(party, RelationKind.BANK_ACCOUNT, fresh.number(), Masked.bankAccount(fresh.number()), today);
    audit.record(by, "bank_account.set", "party", party, null, "设置收款账户",
        Map.of("account", fresh.id().toString(), "bank", fresh.bank(), "number", Masked.bankAccount(fresh.number())));
    return fresh.id();
  }

  @Transactional(readOnly = true)
  public Optional<BankAccount> current(UUID party) {
    return Optional.ofNullable(currentOf(List.of(party)).get(party));
  }

  /** The current accounts of many parties, in one statement; a party without one is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, BankAccount> currentOf(Collection<UUID> parties) {
    return jdbc.sql("select * from bank_account where replaced_at is null and party_id = any(:ids)")
        .param("ids", parties.toArray(UUID[]::new))
        .query(this::account)
        .list()
        .stream()
        .collect(toMap(BankAccount::party, Function.identity()));
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<BankAccount> history(UUID party) {
    return jdbc.sql("select * from bank_account where party_id = :party order by since desc, id desc")
        .param("party", party)
        .query(this::account)
        .list();
  }

  /** The bank sent a payment back: the account stays unusable until the party names another, or the same once more. */
  public void bounced(Actor by, UUID bankAccount, String reason) {
    by.mustBe(Role.FINANCE, Role.SYSTEM);
    jdbc.sql("update bank_account set bounced_reason = :reason where id = :id returning party_id")
        .param("reason", reason)
        .param("id", bankAccount)
        .query(UUID.class)
        .optional()
        .ifPresent(
            party ->
                audit.record(by, "bank_account.bounced", "party", party, null, reason,
                    Map.of("account", bankAccount.toString())));
  }

  private Optional<BankAccount> locked(UUID party) {
    // The party's row serialises two people who change the account at once.
    jdbc.sql("select 1 from party where id = :party for update").param("party", party).query(Integer.class).single();
    return current(party);
  }

  /** Bound to its row: a number copied to another party's row does not open. */
  private static String place(UUID id) {
    return "bank_account.number/" + id;
  }

  private BankAccount account(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new BankAccount(
        id, rs.getObject("party_id", UUID.class), rs.getString("holder"),
        rs.getString("bank"), cipher.decrypt(place(id), rs.getString("number")), instant(rs, "since"), nullable(rs, "replaced_at"),
        rs.getString("bounced_reason"));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @org.jspecify.annotations.Nullable Instant nullable(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
