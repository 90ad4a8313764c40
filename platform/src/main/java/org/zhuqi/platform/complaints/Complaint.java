package org.zhuqi.platform.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Role;

/**
 * A complaint about an official.
 *
 * @param agency the agency complained about: none of its people ever sees the complaint
 * @param official the name as the party gave it
 * @param concerned accounts that bear that name there
 * @param receivers roles whose people receive and answer it, by the measure on the day it was filed
 * @param dueOn last day for the answer, or null where the measure sets no time
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
    Set<Role> receivers,
    @Nullable LocalDate dueOn,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  public boolean isOpen() {
    return answer == null;
  }
}
