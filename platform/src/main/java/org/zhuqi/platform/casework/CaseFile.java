package org.zhuqi.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * A case as it stands.
 *
 * @param number receipt number, given when it is submitted
 * @param stage code of the stage that it is in; null for a draft and after the last stage
 * @param stageActor who acts in the stage, as the pack names it
 * @param dueOn last working day of the stage, or for completing what went back; null where the measure sets no time
 * @param assignee account that has taken it
 * @param sentBack how many times it went back within this stage
 * @param missing what must be completed while it is {@link CaseState#SENT_BACK}
 * @param revision rises with each act; what one saw is handed back with a decision, so that two officials do not
 *     overwrite each other
 */
public record CaseFile(
    UUID id,
    @Nullable String number,
    String kind,
    String measure,
    String version,
    String procedure,
    String applicantClass,
    UUID applicant,
    String applicantName,
    @Nullable String funder,
    @Nullable String handlerAgency,
    @Nullable String assistingAgency,
    UUID subject,
    Text title,
    CaseState state,
    @Nullable String stage,
    @Nullable String stageActor,
    @Nullable LocalDate dueOn,
    @Nullable UUID assignee,
    @Nullable String assigneeName,
    int sentBack,
    List<Missing> missing,
    Instant openedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant closedAt,
    long revision) {}
