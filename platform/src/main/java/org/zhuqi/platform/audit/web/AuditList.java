package org.zhuqi.platform.audit.web;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Codes;
import org.zhuqi.platform.web.listing.Filter;
import org.zhuqi.platform.web.listing.Listing;

/** The trail as a list that can be filtered and exported. */
@Component
class AuditList {
  private final AuditTrail audit;

  AuditList(AuditTrail audit) {
    this.audit = audit;
  }

  record Row(
      UUID id, OffsetDateTime at, String name, String role, String act, String subjectKind, UUID subject,
      @Nullable String provision, String grounds) {}

  Listing<Row> listing() {
    return Listing.of(
            "audit",
            Row.class,
            "select id, at, name, role, act, subject_kind, subject, provision, grounds from audit_record")
        .title("审计记录", "Audit trail")
        .time("at", "时间", "When", Row::at)
        .text("name", "谁", "Who", Row::name)
        .text("role", "身份", "Role", r -> label(r.role()))
        .text("act", "做了什么", "Act", r -> Codes.of(r.act()))
        .text("grounds", "依据", "Grounds", Row::grounds)
        .code("provision", "条款", "Provision", Row::provision)
        .text("subject_kind", "对象", "Subject", r -> Codes.of(r.subjectKind()))
        .search("姓名、依据、条款、对象编号", "Name, grounds, provision, subject id", "name", "grounds", "provision", "subject")
        .select("act", "做了什么", "Act", () -> audit.acts().stream().map(a -> new Filter.Option(a, Codes.of(a))).toList())
        .select("role", "身份", "Role", () -> Arrays.stream(Role.values()).map(r -> new Filter.Option(r.name(), r.label())).toList())
        .days("at", "时间", "When")
        .opens(r -> "/audit/" + r.id())
        .orderedBy("-at")
        .empty("还没有记录。", "Nothing has been done yet.");
  }

  /** A role that a later version no longer has is shown by its name. */
  static Text label(String role) {
    return Arrays.stream(Role.values()).filter(r -> r.name().equals(role)).map(Role::label).findFirst().orElse(new Text(role, role));
  }
}
