package org.zhuqi.platform.redemption;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.shared.Tenancy;

/**
 * Whether an invoice is free, over all cities that this installation serves. Numbers, sellers and users are hashed under
 * the installation's secret before they reach the database, so that nobody learns anything about another city's cases.
 */
@Component
class InvoiceUses {
  private final JdbcClient jdbc;
  private final KeyedHash hash;

  InvoiceUses(JdbcClient jdbc, KeyedHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  enum Use {
    /** Free, or used by the same contract. */
    MINE,
    TAKEN,
    CANCELLED
  }

  String fingerprint(String invoiceNumber) {
    return hash.of("invoice", invoiceNumber);
  }

  /** How it stands for a contract; changes nothing. */
  Use look(Redemption.UsedInvoice i, UUID contract) {
    return claim(i, contract, false);
  }

  /** Marks it as used for a contract, unless it is taken or cancelled. */
  Use take(Redemption.UsedInvoice i, UUID contract) {
    return claim(i, contract, true);
  }

  void free(Redemption.UsedInvoice i, UUID contract) {
    jdbc.sql("select invoice_release(:invoice, :user)")
        .param("invoice", i.fingerprint())
        .param("user", user(contract))
        .query((rs, n) -> n)
        .list();
  }

  /** A red-letter invoice takes the blue one back. False when the blue one is of another seller. */
  boolean cancel(String blueNumber, String sellerCode) {
    return jdbc.sql("select invoice_cancel(:invoice, :seller)")
        .param("invoice", fingerprint(blueNumber))
        .param("seller", seller(sellerCode))
        .query(Boolean.class)
        .single();
  }

  private Use claim(Redemption.UsedInvoice i, UUID contract, boolean taking) {
    String use =
        jdbc.sql("select invoice_claim(:invoice, :seller, :user, :taking)")
            .param("invoice", i.fingerprint())
            .param("seller", seller(i.invoice().sellerCode()))
            .param("user", user(contract))
            .param("taking", taking)
            .query(String.class)
            .single();
    return Use.valueOf(use.toUpperCase(Locale.ROOT));
  }

  private String seller(String creditCode) {
    return hash.of("invoice-seller", creditCode);
  }

  private String user(UUID contract) {
    return hash.of("invoice-user", Tenancy.current() + "/" + contract);
  }
}
