package org.zhuqi.platform.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;

/**
 * A draw of the transactions of a year; public from its announcement on.
 *
 * @param sample how many are drawn, by the measure's share and minimum
 * @param populationHash SHA-256 of the list of public ids, one per line, each ended by a line feed, in order of code points
 * @param commitment SHA-256 of the secret, published with the announcement
 * @param event the public event whose outcome enters the seed, named before it takes place
 * @param secret null until the draw
 * @param eventValue null until the draw
 * @param entries the population; drawn ones with their mark and place after the draw
 */
public record InspectionDraw(
    UUID id,
    String number,
    String measure,
    String version,
    String provision,
    String funder,
    int year,
    int population,
    int sample,
    String populationHash,
    String commitment,
    String event,
    LocalDate eventOn,
    String announcedName,
    Instant announcedAt,
    @Nullable String secret,
    @Nullable String eventValue,
    @Nullable String drawnName,
    @Nullable Instant drawnAt,
    List<Entry> entries) {

  /**
   * One transaction of the population.
   *
   * @param publicId its filing number
   * @param mark SHA-256 of seed and id by which it is ordered; null before the draw
   * @param place from 1 for those drawn; 0 for others
   */
  public record Entry(String publicId, UUID contract, @Nullable String mark, int place) {}

  /** A transaction as it enters the population. */
  public record Transaction(String publicId, UUID contract, Money amount) {}

  public boolean isDrawn() {
    return drawnAt != null;
  }

  /** The seed of the draw; null before it. */
  public @Nullable String seed() {
    return secret == null || eventValue == null ? null : seed(secret, eventValue);
  }

  /** The secret, a colon, and the public value: neither alone settles the draw. */
  static String seed(String secret, String eventValue) {
    return secret + ":" + eventValue;
  }
}
