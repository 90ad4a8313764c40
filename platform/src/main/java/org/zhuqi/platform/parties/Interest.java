package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What ties somebody with an account to a party, as far as it may be shown.
 *
 * @param shown a name and a masked number
 * @param until the day on which it ended; null while it stands
 */
public record Interest(
    UUID id, UUID account, Kind kind, String shown, String reason, LocalDate since, @Nullable LocalDate until) {
  public enum Kind {
    /** The account belongs to the party. Kept by the system. */
    MEMBER,
    /** Declared: family, shares, a former employer. */
    DECLARED,
    /** The person's own identity number, so that any record of it as somebody's representative, owner or staff is met. */
    PERSON,
    /** The person's own phone number. */
    PHONE
  }
}
