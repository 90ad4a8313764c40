package org.zhuqi.platform.casework;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** What somebody may decide, and what they may see, as conditions on {@code case_file}: the same as {@link CaseRules}. */
public final class CaseScope {
  /** What waits for the caller's office, but not in a stage that must be apart from one that the caller has decided. */
  public static final String INBOX =
      """
      state = 'IN_REVIEW' and assisting_agency is distinct from :agency and :agency <> ''
        and case when stage_actor = 'centre' and handler_agency is not null
                 then handler_agency = :agency and :role in ('centre', 'bureau')
                 else stage_actor = :role and (funder is null or funder in (:funders)) end
        and not exists (select from case_step s where s.tenant = case_file.tenant and s.case_id = case_file.id
                           and s.account = :me and s.deciding and s.stage <> case_file.stage)""";

  /** What the caller may see. */
  public static final String VISIBLE =
      """
      (applicant = :party
        or :seesAll
        or (state <> 'DRAFT' and :agency <> '' and :role <> 'admin'
            and (handler_agency = :agency or assisting_agency = :agency
                 or (handler_agency is null and :role = 'centre')
                 or (:role in ('bureau', 'finance') and (funder is null or funder in (:funders)))
                 or (stage_actor = :role and (funder is null or funder in (:funders))))))""";

  private CaseScope() {}

  /** What both conditions need; null values are typed by the statement. */
  public static Map<String, Object> parameters(Actor who, LocalDate today) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", who.agency() == null ? "" : who.agency());
    params.put("role", who.role().name().toLowerCase(Locale.ROOT));
    params.put("seesAll", who.role() == Role.AUDITOR);
    params.put("funders", who.funders().isEmpty() ? List.of("") : List.copyOf(who.funders()));
    params.put("party", who.party() == null ? new java.util.UUID(0, 0) : who.party());
    params.put("me", who.account() == null ? new java.util.UUID(0, 0) : who.account());
    params.put("today", today);
    return params;
  }
}
