package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Somebody looks at the yearly papers that were filed: they stand, or they go back and count as not filed. */
@Service
@Transactional
public class FilingChecks {
  /** What the papers of a filing are attached to. */
  public static final String KIND = "register.filing";

  private final FilingStore store;
  private final Entries entries;
  private final YearlyPapers yearly;
  private final Parties parties;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final Clock clock;

  FilingChecks(
      FilingStore store,
      Entries entries,
      YearlyPapers yearly,
      Parties parties,
      Notifications notifications,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.entries = entries;
    this.yearly = yearly;
    this.parties = parties;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of looking at them. */
  public enum Result {
    ACCEPTED("已核阅", "Checked"),
    RETURNED("已退回", "Returned");

    private final Text label;

    Result(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * The papers of one year, as filed once.
   *
   * @param checker who looks at them, by {@code checkBy}; null where the measure has nobody look
   * @param result null while nobody has looked
   * @param note what is missing or wrong in papers that went back
   */
  public record Filing(
      UUID id,
      UUID entry,
      String entryNumber,
      String name,
      UUID party,
      int year,
      Instant filedAt,
      String filedBy,
      boolean late,
      String provision,
      @Nullable Role checker,
      @Nullable LocalDate checkBy,
      @Nullable Result result,
      @Nullable Instant decidedAt,
      @Nullable String deciderName,
      @Nullable String note) {

    public boolean counts() {
      return result != Result.RETURNED;
    }
  }

  /** For officials. @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Filing get(UUID filing) {
    return store.find(filing).orElseThrow(() -> new NotFoundException("filing " + filing));
  }

  /** They are in order. */
  public Outcome<Void> accept(Actor by, UUID filing) {
    Filing f = lock(filing);
    Optional<Refusal> no = mayNot(by, f);
    if (no.isPresent()) return Outcome.refused(no.get());
    decide(by, f, Result.ACCEPTED, "");
    return Outcome.done(null);
  }

  /**
   * They go back and count as not filed: past the day of the consequence the entry is hidden from now on.
   *
   * @param note everything that is missing or wrong, at once
   */
  public Outcome<Void> giveBack(Actor by, UUID filing, String note) {
    Filing f = lock(filing);
    Optional<Refusal> no = mayNot(by, f).or(() -> needsNote(note));
    if (no.isPresent()) return Outcome.refused(no.get());
    LocalDate today = LocalDate.now(clock);
    decide(by, f, Result.RETURNED, note.strip());
    Entry entry = entries.stored(f.entry());
    entries.note(entry, EntryEvent.RETURNED, entry.state(), today, by, note.strip(), f.provision());
    notifications.tell(
        Recipients.party(f.party()),
        new Text(f.year() + " 年度材料已退回，请补齐后重新提交", "Yearly papers of " + f.year() + " came back: file them anew"),
        new Text(note.strip(), note.strip()),
        "/registers/entries/" + f.entry() + "/yearly",
        f.provision());
    yearly.turn(f.entry(), today);
    return Outcome.done(null);
  }

  private void decide(Actor by, Filing f, Result result, String note) {
    store.decide(f.id(), result, by, note, clock.instant());
    audit.record(
        by, "register.filing_checked", KIND, f.id(), f.provision(), note.isEmpty() ? "核阅无误" : note,
        Map.of("number", f.entryNumber(), "year", f.year(), "result", result.name()));
  }

  private Filing lock(UUID filing) {
    return store.lock(filing).orElseThrow(() -> new NotFoundException("filing " + filing));
  }

  private Optional<Refusal> mayNot(Actor by, Filing f) {
    if (f.checker() != null) by.mustBe(f.checker());
    if (f.result() != null) {
      return Optional.of(
          Refusal.of(
              "filing_checked",
              f.deciderName() + " 已办理：" + f.result().label().zh() + "。",
              f.deciderName() + " was faster: " + f.result().label().en() + "."));
    }
    UUID account = by.account();
    return account == null || parties.relatedToAccount(account, f.party())
        ? Optional.of(
            Refusal.of("related_to_party", "您与该机构存在关联，应当回避。", "You are related to this institution and have to stand aside.")
                .by(entries.rules(entries.get(f.entry())).separation()))
        : Optional.empty();
  }

  private static Optional<Refusal> needsNote(String note) {
    return note.isBlank()
        ? Optional.of(Refusal.of("note_missing", "请一次写明缺少或不符的全部内容。", "Name everything that is missing or wrong.").at("note"))
        : Optional.empty();
  }
}
