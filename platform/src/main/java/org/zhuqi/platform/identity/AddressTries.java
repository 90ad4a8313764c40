package org.zhuqi.platform.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;

/**
 * How many passwords one client address may try in vain within a window of time, whichever accounts they are for. Counted in
 * the database, so that all instances count together, by its own time like lock-outs. What succeeds does not count: an
 * office behind one address can sign in as often as it likes.
 *
 * <p>Behind a proxy every client has the proxy's address, unless {@code server.forward-headers-strategy} lets the server
 * believe what the proxy says.
 */
@Component
class AddressTries {
  private static final int NETWORK_BYTES = 8;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final int allowed;
  private final Duration window;

  AddressTries(
      JdbcClient jdbc,
      AuditTrail audit,
      @Value("${zhuqi.sign-in.tries-per-address:30}") int allowed,
      @Value("${zhuqi.sign-in.window:10m}") Duration window) {
    if (allowed < 1 || !window.isPositive()) throw new IllegalArgumentException("zhuqi.sign-in: tries and window must be positive");
    this.jdbc = jdbc;
    this.audit = audit;
    this.allowed = allowed;
    this.window = window;
  }

  private record Count(int tries, long secondsLeft) {}

  /**
   * Takes a try before the password is looked at, so that many at once get no more than many one after another.
   *
   * @return how long to wait when the address has none left, else zero
   */
  Duration take(String address) {
    String from = network(address);
    Count count =
        jdbc.sql(
                """
                insert into sign_in_tries as t (address, tries, ends_at) values (:address, 1, now() + :seconds * interval '1 second')
                on conflict (tenant, address) do update
                  set tries = case when t.ends_at <= now() then 1 else least(t.tries, :allowed + 1) + 1 end,
                      ends_at = case when t.ends_at <= now() then excluded.ends_at else t.ends_at end
                returning tries, ceil(extract(epoch from ends_at - now()))::bigint as seconds_left""")
            .param("address", from)
            .param("seconds", window.toSeconds())
            .param("allowed", allowed)
            .query(Count.class)
            .single();
    if (count.tries() == allowed + 1) {
      audit.record(
          Actor.SYSTEM, "sign_in.address_stopped", "address", UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)), null,
          "同一地址登录失败过多，暂停登录", Map.of("address", from, "tries", allowed, "seconds", count.secondsLeft()));
    }
    return count.tries() > allowed ? Duration.ofSeconds(Math.max(1, count.secondsLeft())) : Duration.ZERO;
  }

  /** The try was right after all. */
  void giveBack(String address) {
    jdbc.sql("update sign_in_tries set tries = tries - 1 where address = :address and tries > 0").param("address", network(address)).update();
  }

  void sweep() {
    jdbc.sql("delete from sign_in_tries where ends_at < now()").update();
  }

  /** One customer has a whole /64 of IPv6: counted together, or each of its addresses would have tries of its own. */
  static String network(String address) {
    if (address.indexOf(':') < 0) return address;
    try {
      // A literal: nothing is looked up.
      InetAddress read = InetAddress.getByName(address);
      if (!(read instanceof Inet6Address)) return read.getHostAddress();
      byte[] bytes = read.getAddress();
      Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
