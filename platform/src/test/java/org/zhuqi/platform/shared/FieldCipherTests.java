package org.zhuqi.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.parties.BankAccounts;

/** What the database keeps of phones and bank accounts. */
class FieldCipherTests extends PeopleTest {
  private static final String NUMBER = "6222021234567890123";
  @Autowired FieldCipher cipher;
  @Autowired KeyedHash hash;
  @Autowired BankAccounts bankAccounts;

  private String encrypted(String place, String plain) {
    return asTenant(() -> cipher.encrypt(place, plain));
  }

  @Test
  void what_is_encrypted_opens_at_its_place_only_and_never_looks_the_same_twice() {
    String one = encrypted("bank_account/1", NUMBER);
    assertThat(one).startsWith(FieldCipher.MARK).doesNotContain("6222").isNotEqualTo(encrypted("bank_account/1", NUMBER));
    assertThat(asTenant(() -> cipher.decrypt("bank_account/1", one))).isEqualTo(NUMBER);
    assertThatThrownBy(() -> asTenant(() -> cipher.decrypt("bank_account/2", one))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Tenancy.run("elsewhere", () -> cipher.decrypt("bank_account/1", one))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> asTenant(() -> cipher.decrypt("bank_account/1", NUMBER))).hasMessageContaining("not encrypted");
  }

  @Test
  void a_changed_bit_is_noticed() {
    byte[] bytes = Base64.getDecoder().decode(encrypted("x", NUMBER).substring(FieldCipher.MARK.length()));
    bytes[15] ^= 1;
    String changed = FieldCipher.MARK + Base64.getEncoder().encodeToString(bytes);
    assertThatThrownBy(() -> asTenant(() -> cipher.decrypt("x", changed))).isInstanceOf(IllegalStateException.class);
  }

  /** Read by another implementation of the standard, with the key derived anew. */
  @Test
  void it_is_sm4_in_gcm_under_a_key_of_the_installations_secret() throws Exception {
    byte[] bytes = Base64.getDecoder().decode(encrypted("party.phone", "13800001234").substring(FieldCipher.MARK.length()));
    byte[] key = Arrays.copyOf(HexFormat.of().parseHex(hash.of("key of encrypted fields", FieldCipher.MARK)), 16);
    Cipher sm4 = Cipher.getInstance("SM4/GCM/NoPadding", new BouncyCastleProvider());
    sm4.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, Arrays.copyOf(bytes, 12)));
    sm4.updateAAD((TENANT + "/party.phone").getBytes(StandardCharsets.UTF_8));
    assertThat(new String(sm4.doFinal(bytes, 12, bytes.length - 12), StandardCharsets.UTF_8)).isEqualTo("13800001234");
  }

  private String stored(String sql, UUID id) {
    return inTransaction(() -> jdbc.sql(sql).param("id", id).query(String.class).single());
  }

  @Test
  void phones_and_bank_accounts_are_unreadable_in_their_rows_and_readable_through_the_application() {
    Actor party = anInstitution();
    UUID id = party.partyOrThrow();
    String phone = asTenant(() -> parties.get(id)).phone();
    assertThat(phone).matches("138\\d{8}");
    assertThat(stored("select party::text from party where id = :id", id)).contains(FieldCipher.MARK).doesNotContain(phone);

    String name = asTenant(() -> parties.get(id)).name();
    UUID account = asTenant(() -> bankAccounts.set(party, id, name, "中国工商银行测试支行", NUMBER).orThrow());
    assertThat(stored("select bank_account::text from bank_account where id = :id", account)).contains(FieldCipher.MARK).doesNotContain(NUMBER);
    assertThat(asTenant(() -> bankAccounts.current(id)).orElseThrow().number()).isEqualTo(NUMBER);
  }

  @Test
  void the_database_takes_no_plain_number() {
    UUID party = anInstitution().partyOrThrow();
    for (String sql : List.of("update party set phone = '13800001234' where id = :id", "insert into bank_account (id, party_id, holder, bank, number, since) values (:id, :id, '甲', '乙', '" + NUMBER + "', now())")) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(sql).param("id", party).update()))
          .as(sql)
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining("encrypted");
    }
  }

  @Test
  void an_account_number_copied_to_another_partys_row_pays_nobody() {
    Actor victim = anInstitution();
    Actor other = anInstitution();
    for (Actor p : List.of(victim, other)) {
      String name = asTenant(() -> parties.get(p.partyOrThrow())).name();
      asTenant(() -> bankAccounts.set(p, p.partyOrThrow(), name, "中国工商银行测试支行", NUMBER).orThrow());
    }
    inTransaction(
        () ->
            jdbc.sql("update bank_account set number = (select number from bank_account where party_id = :from) where party_id = :to")
                .param("from", other.partyOrThrow())
                .param("to", victim.partyOrThrow())
                .update());
    assertThatThrownBy(() -> asTenant(() -> bankAccounts.current(victim.partyOrThrow()))).isInstanceOf(IllegalStateException.class);
  }
}
