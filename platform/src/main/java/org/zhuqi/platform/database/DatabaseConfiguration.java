package org.zhuqi.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the embedded or the external database: migrated by the owner, used by a role that owns nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseProperties.class, Tenants.Settings.class})
class DatabaseConfiguration {
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);
  private static final Duration VALIDATION_WAIT = Duration.ofSeconds(1);

  /** What the rest of the wiring needs to know of whichever database it is. */
  record Access(String url, String owner, String ownerPassword, String user, String password) {}

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${zhuqi.database.url:}'.isBlank()")
  EmbeddedCluster embeddedCluster(DatabaseProperties properties) {
    return EmbeddedCluster.start(properties.home());
  }

  @Bean
  @ConditionalOnExpression("'${zhuqi.database.url:}'.isBlank()")
  Access embeddedAccess(EmbeddedCluster cluster, DatabaseProperties properties) {
    return new Access(
        cluster.database(properties.name()), EmbeddedCluster.OWNER, cluster.password(), EmbeddedCluster.APP, cluster.password());
  }

  @Bean
  @ConditionalOnProperty("zhuqi.database.url")
  @ConditionalOnExpression("!'${zhuqi.database.url:}'.isBlank()")
  Access externalAccess(DatabaseProperties p) {
    return new Access(
        Objects.requireNonNull(p.url()),
        Objects.requireNonNull(p.owner(), "zhuqi.database.owner: the role that owns the schema"),
        Objects.requireNonNullElse(p.ownerPassword(), ""),
        Objects.requireNonNull(p.user(), "zhuqi.database.user: the role the application works as"),
        Objects.requireNonNullElse(p.password(), ""));
  }

  @Bean
  Flyway flyway(Access access) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(access.url(), access.owner(), access.ownerPassword())
            .locations("classpath:db/migration")
            // Rooms number their own migrations, so a lower room may add one after a higher room has run.
            .outOfOrder(true)
            .placeholders(Map.of("app", access.user()))
            .load();
    flyway.migrate();
    return flyway;
  }

  @Bean
  @Primary
  DataSource dataSource(Access access, Flyway migrated, DatabaseProperties properties) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(access.url());
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(properties.poolSize());
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setValidationTimeout(VALIDATION_WAIT.toMillis());
    config.setKeepaliveTime(60_000);
    config.setAutoCommit(true);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // A server that is frozen or cut off never answers and never says so. Work that may take longer (exports, the daily
    // works) has a transaction timeout of its own, which TenantTransactionManager puts in place of this.
    config.addDataSourceProperty("socketTimeout", Long.toString(properties.patience().toSeconds()));
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECTION_WAIT.toSeconds()));
    config.setPoolName("zhuqi");
    HikariDataSource dataSource = new HikariDataSource(config);
    DurabilityCheck.of(dataSource);
    return dataSource;
  }

  @Bean
  JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new TenantTransactionManager(dataSource);
  }

  @Bean
  Tenants tenants(Tenants.Settings settings, JdbcClient jdbc, TransactionTemplate transactions) {
    return new Tenants(settings, jdbc, transactions);
  }
}
