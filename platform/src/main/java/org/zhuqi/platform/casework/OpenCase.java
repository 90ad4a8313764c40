package org.zhuqi.platform.casework;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * Opens a case as a draft.
 *
 * @param kind names the {@link CaseKind} that knows what it is about
 * @param measure code of the measure
 * @param version version of the measure under which it is filed; the case keeps it
 * @param procedure role prefix in the pack, such as {@code admission}: the stages are those under
 *     {@code <procedure>.stages}
 * @param applicantClass class of applicant, or "" where the measure does not distinguish
 * @param applicant party that applies
 * @param concerned other parties that it is about; nobody related to any of them decides
 * @param funder code of the funder whose money it is about, or null
 * @param handlerAgency agency that decides as day-to-day administrator; null where any office of the role does
 * @param assistingAgency agency that may see and comment but not decide, or null
 * @param subject what it is about, in the room that opens it
 */
public record OpenCase(
    String kind,
    String measure,
    String version,
    String procedure,
    String applicantClass,
    UUID applicant,
    Set<UUID> concerned,
    @Nullable String funder,
    @Nullable String handlerAgency,
    @Nullable String assistingAgency,
    UUID subject,
    Text title) {
  public OpenCase {
    concerned = Set.copyOf(concerned);
  }
}
