package org.zhuqi.platform.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ClientNetwork;

/**
 * How often one client address may do something within a window of time: try passwords in vain, whichever accounts they are
 * for, or register a party. Counted in the database, so that all instances count together, by its own time like lock-outs. A
 * sign-in that succeeds does not count: an office behind one address can sign in as often as it likes.
 *
 * <p>Behind a proxy every client has the proxy's address, unless {@code server.forward-headers-strategy} lets the server
 * believe what the proxy says.
 */
@Component
class AddressTries {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Allowance signIn;
  private final Allowance registration;

  /** So many within such a window. */
  record Allowance(int tries, Duration window) {
    Allowance {
      if (tries < 1 || !window.isPositive()) throw new IllegalArgumentException("tries and their window must be positive");
    }
  }

  AddressTries(
      JdbcClient jdbc,
      AuditTrail audit,
      @Value("${zhuqi.sign-in.tries-per-address:30}") int allowed,
      @Value("${zhuqi.sign-in.window:10m}") Duration window,
      @Value("${zhuqi.registration.per-address:10}") int registrations,
      @Value("${zhuqi.registration.window:1d}") Duration registrationWindow) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.signIn = new Allowance(allowed, window);
    this.registration = new Allowance(registrations, registrationWindow);
  }

  private record Count(int tries, long secondsLeft) {}

  /**
   * Takes a try before the password is looked at, so that many at once get no more than many one after another.
   *
   * @return how long to wait when the address has none left, else zero
   */
  Duration take(String address) {
    return take(ClientNetwork.of(address), signIn, "sign_in.address_stopped", "同一地址登录失败过多，暂停登录");
  }

  /** As {@link #take} for a registration; in the transaction that registers, so that only one that succeeds counts. */
  Duration takeRegistration(String address) {
    return take("registration " + ClientNetwork.of(address), registration, "registration.address_stopped", "同一地址注册过多，暂停注册");
  }

  private Duration take(String from, Allowance allowance, String act, String grounds) {
    Count count =
        jdbc.sql(
                """
                insert into sign_in_tries as t (address, tries, ends_at) values (:address, 1, now() + :seconds * interval '1 second')
                on conflict (tenant, address) do update
                  set tries = case when t.ends_at <= now() then 1 else least(t.tries, :allowed + 1) + 1 end,
                      ends_at = case when t.ends_at <= now() then excluded.ends_at else t.ends_at end
                returning tries, ceil(extract(epoch from ends_at - now()))::bigint as seconds_left""")
            .param("address", from)
            .param("seconds", allowance.window().toSeconds())
            .param("allowed", allowance.tries())
            .query(Count.class)
            .single();
    if (count.tries() == allowance.tries() + 1) {
      audit.record(
          Actor.SYSTEM, act, "address", UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)), null,
          grounds, Map.of("address", from, "tries", allowance.tries(), "seconds", count.secondsLeft()));
    }
    return count.tries() > allowance.tries() ? Duration.ofSeconds(Math.max(1, count.secondsLeft())) : Duration.ZERO;
  }

  /** The try was right after all. */
  void giveBack(String address) {
    jdbc.sql("update sign_in_tries set tries = tries - 1 where address = :address and tries > 0").param("address", ClientNetwork.of(address)).update();
  }

  void sweep() {
    jdbc.sql("delete from sign_in_tries where ends_at < now()").update();
  }
}
