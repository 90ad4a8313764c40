package org.zhuqi.platform.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * A document as {@code kit/documents} shows it.
 *
 * @param material what kind of paper it is
 * @param preview address that shows it inline
 * @param hash SHA-256 in hex
 * @param size for people, such as {@code 1.2 MB}
 */
public record Paper(
    Text material, String fileName, String size, String hash, @Nullable LocalDate expires, String preview, String download) {

  /** Bytes for people. */
  public static String size(long bytes) {
    if (bytes < 1024) return bytes + " B";
    if (bytes < 1024 * 1024) return bytes / 1024 + " KB";
    return String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }
}
