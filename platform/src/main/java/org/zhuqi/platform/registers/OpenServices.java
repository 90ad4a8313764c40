package org.zhuqi.platform.registers;

import java.util.List;
import java.util.UUID;
import org.zhuqi.measures.Text;

/** What a party still owes to enterprises: a bean of each room in which services run (contracts, vouchers). */
public interface OpenServices {
  /** Services that are not finished, or whose results are not delivered. */
  List<OpenService> of(UUID party);

  /**
   * One such service.
   *
   * @param delivered whether its results have been handed over
   * @param href page on which it is finished
   */
  record OpenService(String number, Text title, boolean delivered, String href) {}
}
