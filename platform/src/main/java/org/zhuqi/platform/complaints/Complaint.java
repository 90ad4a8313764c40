package org.zhuqi.platform.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint about an official.
 *
 * @param agency the agency complained about: none of its people ever sees the complaint
 * @param official the name as the party gave it
 * @param concerned accounts that bear that name there
 * @param answer null while a supervisor has yet to answer
 */
public record Complaint(
    UUID id,
    String number,
    UUID party,
    Instant filedAt,
    String agency,
    String official,
    Set<UUID> concerned,
    Set<String> funders,
    LocalDate happenedOn,
    String words,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  public boolean isOpen() {
    return answer == null;
  }
}
