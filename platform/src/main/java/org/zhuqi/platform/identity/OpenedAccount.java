package org.zhuqi.platform.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param oneTimePassword shown once and kept nowhere; null when the account came with a password */
public record OpenedAccount(UUID id, @Nullable String oneTimePassword) {
  @Override
  public String toString() {
    return "OpenedAccount[" + id + "]";
  }
}
