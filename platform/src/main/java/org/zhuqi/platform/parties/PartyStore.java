package org.zhuqi.platform.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.FieldCipher;

/** Parties and their projects in the database. */
@Component
class PartyStore {
  private static final String PHONE = "party.phone";
  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  PartyStore(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** @return false when the credit code is known already */
  boolean insert(Party p) {
    return jdbc.sql(
                """
                insert into party (id, credit_code, name, kinds, party_class, area, founded_on, industry, legal_person,
                  tax_compliant, contact_name, phone, email, address, registered_on)
                values (:id, :code, :name, :kinds, :class, :area, :founded, :industry, :legal, :tax, :contact, :phone,
                  :email, :address, :registered)
                on conflict (tenant, credit_code) do nothing""")
            .param("id", p.id())
            .param("code", p.creditCode().value())
            .param("class", p.partyClass().name())
            .param("registered", p.registeredOn())
            .params(stated(p))
            .update()
        == 1;
  }

  private java.util.Map<String, @Nullable Object> stated(Party p) {
    java.util.Map<String, @Nullable Object> values = new java.util.HashMap<>();
    values.put("name", p.name());
    values.put("kinds", p.kinds().stream().map(Enum::name).sorted().toArray(String[]::new));
    values.put("area", p.area());
    values.put("founded", p.foundedOn());
    values.put("industry", p.industry());
    values.put("legal", p.legalPerson());
    values.put("tax", p.taxCompliant());
    values.put("contact", p.contactName());
    values.put("phone", cipher.encrypt(PHONE, p.phone()));
    values.put("email", p.email());
    values.put("address", p.address());
    return values;
  }

  /** @return false when somebody changed it since {@code p} was read */
  boolean update(Party p, boolean keepVerified) {
    return jdbc.sql(
                """
                update party set name = :name, kinds = :kinds, area = :area, founded_on = :founded, industry = :industry,
                  legal_person = :legal, tax_compliant = :tax, contact_name = :contact, phone = :phone, email = :email,
                  address = :address, version = version + 1,
                  verified_on = case when :keep then verified_on end, verified_by = case when :keep then verified_by end
                where id = :id and version = :version""")
            .param("id", p.id())
            .param("version", p.version())
            .param("keep", keepVerified)
            .params(stated(p))
            .update()
        == 1;
  }

  void verified(UUID party, @Nullable LocalDate on, @Nullable UUID by, boolean taxCompliant) {
    jdbc.sql(
            """
            update party set verified_on = :on, verified_by = :by, tax_compliant = :tax, version = version + 1
            where id = :id""")
        .param("on", on)
        .param("by", by)
        .param("tax", taxCompliant)
        .param("id", party)
        .update();
  }

  List<Party> byIds(Collection<UUID> ids) {
    return jdbc.sql("select * from party where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(this::party)
        .list();
  }

  Optional<Party> byCode(String creditCode) {
    return jdbc.sql("select * from party where credit_code = :code")
        .param("code", creditCode)
        .query(this::party)
        .optional();
  }

  /** @return false when another owner has the project */
  boolean insert(Project p) {
    return jdbc.sql(
                """
                insert into project (id, party_id, code, name, area)
                values (:id, :party, :code, :name, :area) on conflict (tenant, code) do nothing""")
            .param("id", p.id())
            .param("party", p.party())
            .param("code", p.code())
            .param("name", p.name())
            .param("area", p.area())
            .update()
        == 1;
  }

  void filed(UUID project, boolean filed) {
    jdbc.sql("update project set filed = :filed where id = :id").param("filed", filed).param("id", project).update();
  }

  List<Project> projects(Collection<UUID> parties) {
    return jdbc.sql("select * from project where party_id = any(:ids) order by id")
        .param("ids", parties.toArray(UUID[]::new))
        .query(
            (rs, n) ->
                new Project(
                    rs.getObject("id", UUID.class), rs.getObject("party_id", UUID.class), rs.getString("code"),
                    rs.getString("name"), rs.getString("area"), rs.getObject("filed", Boolean.class)))
        .list();
  }

  private Party party(ResultSet rs, int row) throws SQLException {
    return new Party(
        rs.getObject("id", UUID.class),
        new CreditCode(rs.getString("credit_code")),
        rs.getString("name"),
        kinds((String[]) rs.getArray("kinds").getArray()),
        PartyClass.valueOf(rs.getString("party_class")),
        rs.getString("area"),
        rs.getObject("founded_on", LocalDate.class),
        rs.getString("industry"),
        rs.getBoolean("legal_person"),
        rs.getBoolean("tax_compliant"),
        rs.getString("contact_name"),
        cipher.decrypt(PHONE, rs.getString("phone")),
        rs.getString("email"),
        rs.getString("address"),
        rs.getObject("registered_on", LocalDate.class),
        rs.getObject("verified_on", LocalDate.class),
        rs.getInt("version"));
  }

  private static Set<PartyKind> kinds(String[] names) {
    EnumSet<PartyKind> kinds = EnumSet.noneOf(PartyKind.class);
    Arrays.stream(names).map(PartyKind::valueOf).forEach(kinds::add);
    return kinds;
  }
}
