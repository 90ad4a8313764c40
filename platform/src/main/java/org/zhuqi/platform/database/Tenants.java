package org.zhuqi.platform.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The tenants that this installation serves, by settings {@code zhuqi.tenancy}; kept in the database for foreign keys. */
public class Tenants {

  /** @param host the host name under which it is reached; null for the default tenant */
  public record Tenant(String code, String nameZh, String nameEn, @Nullable String host) {}

  @ConfigurationProperties("zhuqi.tenancy")
  record Settings(List<Tenant> tenants) {}

  private final List<Tenant> tenants;

  Tenants(Settings settings, JdbcClient jdbc, TransactionTemplate transactions) {
    this.tenants = List.copyOf(settings.tenants());
    if (tenants.isEmpty()) throw new IllegalStateException("zhuqi.tenancy.tenants names no tenant");
    transactions.executeWithoutResult(s -> tenants.forEach(t -> save(jdbc, t)));
  }

  private static void save(JdbcClient jdbc, Tenant t) {
    jdbc.sql("insert into tenant (tenant, name_zh, name_en, host) values (:code, :zh, :en, :host) on conflict (tenant) do nothing")
        .param("code", t.code())
        .param("zh", t.nameZh())
        .param("en", t.nameEn())
        .param("host", t.host())
        .update();
  }

  public List<Tenant> all() {
    return tenants;
  }

  /** The tenant of a request: the one with this host name, else the first without one. */
  public Tenant forHost(String host) {
    return tenants.stream()
        .filter(t -> host.equalsIgnoreCase(t.host()))
        .findFirst()
        .orElseGet(() -> tenants.stream().filter(t -> t.host() == null).findFirst().orElse(tenants.getFirst()));
  }
}
