package org.zhuqi.platform.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * A finding against a party, with everything that followed.
 *
 * @param provision of the sanction
 * @param sanction role of the sanction in the pack
 * @param hearUntil last day for the party to be heard; null before it was asked
 */
public record InspectionFinding(
    UUID id,
    String number,
    @Nullable UUID inspection,
    String funder,
    UUID party,
    String partyName,
    String measure,
    String version,
    String provision,
    String sanction,
    Text ground,
    String groundCode,
    String statement,
    FindingState state,
    UUID foundBy,
    String foundName,
    Instant foundAt,
    @Nullable LocalDate hearUntil,
    @Nullable String decidedName,
    @Nullable Instant decidedAt,
    @Nullable String reason,
    @Nullable Instant removalProposedAt,
    List<Concerned> contracts,
    List<Hearing> hearings,
    List<Receivable> receivables) {

  /** A contract to which it extends. */
  public record Concerned(UUID contract, String publicId) {}

  /** @param byParty said by the party itself; otherwise taken down by an official */
  public record Hearing(String said, String byName, boolean byParty, Instant at) {}

  /** What is owed back to a funder, and what has come. */
  public record Receivable(
      UUID id, String number, String funder, UUID line, Money amount, Money received, Instant demandedAt, List<Receipt> receipts) {
    public Money outstanding() {
      return amount.minus(received);
    }
  }

  public record Receipt(Money amount, LocalDate on, String bankReference, String byName) {}

  public Money demanded() {
    return receivables.stream().map(Receivable::amount).reduce(Money.ZERO, Money::plus);
  }

  public Money outstanding() {
    return receivables.stream().map(Receivable::outstanding).reduce(Money.ZERO, Money::plus);
  }
}
