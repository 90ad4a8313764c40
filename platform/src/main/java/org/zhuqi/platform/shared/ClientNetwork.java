package org.zhuqi.platform.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network that a client's address belongs to, for counting what comes from it. */
public final class ClientNetwork {
  private static final int NETWORK_BYTES = 8;

  private ClientNetwork() {}

  /** One customer has a whole /64 of IPv6: counted together, or each of its addresses would have tries of its own. */
  public static String of(String address) {
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
