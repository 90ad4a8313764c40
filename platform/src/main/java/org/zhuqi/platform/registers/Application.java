package org.zhuqi.platform.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application for a register.
 *
 * @param caseId its case, which says where it stands
 * @param stated what the applicant states, by the names that the pack declares
 * @param verified what an official read from the papers; goes before what was stated
 * @param submittedOn the day as of which the conditions are decided
 * @param open neither granted, refused nor withdrawn
 */
public record Application(
    UUID id,
    UUID caseId,
    String measure,
    String version,
    String register,
    UUID party,
    String creditCode,
    String partyClass,
    Map<String, Object> stated,
    Map<String, Object> verified,
    @Nullable Instant declaredAt,
    @Nullable LocalDate submittedOn,
    boolean open,
    Instant savedAt) {}
