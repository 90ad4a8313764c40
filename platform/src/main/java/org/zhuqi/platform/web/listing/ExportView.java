package org.zhuqi.platform.web.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.View;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Language;
import org.zhuqi.platform.web.print.Spreadsheet;

/** Streams everything that is filtered into a spreadsheet, row by row, and puts the export on record. */
final class ExportView<T> implements View {
  /** More than this is for the API, not for a desk. */
  static final int MAX_ROWS = 200_000;
  /** Sorting that many may keep the database busy before the first row comes. */
  private static final int LONGEST_SECONDS = 300;

  private final Listing<T> listing;
  private final Statement statement;
  private final ListQuery query;
  private final @Nullable Actor actor;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;

  ExportView(
      Listing<T> listing,
      Statement statement,
      ListQuery query,
      @Nullable Actor actor,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      AuditTrail audit) {
    this.listing = listing;
    this.statement = statement;
    this.query = query;
    this.actor = actor;
    this.jdbc = jdbc;
    this.transactions =
        new TransactionTemplate(java.util.Objects.requireNonNull(transactions.getTransactionManager()), transactions);
    this.transactions.setTimeout(LONGEST_SECONDS);
    this.audit = audit;
  }

  @Override
  public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
    boolean english = Language.isEnglish(request);
    response.setContentType(Spreadsheet.TYPE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(listing.title().in(english) + ".xlsx", java.nio.charset.StandardCharsets.UTF_8)
            .build()
            .toString());
    transactions.executeWithoutResult(s -> write(response, english));
  }

  private void write(HttpServletResponse response, boolean english) {
    try (Spreadsheet sheet = Spreadsheet.to(response.getOutputStream(), listing.title().in(english), english)) {
      sheet.header(listing.columns().stream().map(c -> c.label().in(english)).toList());
      long rows = 0;
      try (Stream<T> all =
          jdbc.sql(statement.rows() + " limit " + MAX_ROWS)
              .withFetchSize(500)
              .params(statement.parameters())
              .query(listing.row())
              .stream()) {
        for (T row : (Iterable<T>) all::iterator) {
          sheet.row(cells(row));
          rows++;
        }
      }
      record(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who took what away: a visitor takes only what is public, and leaves no trace. */
  private void record(long rows) {
    UUID account = actor == null ? null : actor.account();
    if (actor == null || account == null) return;
    audit.record(
        actor, "list.exported", "account", account, null, listing.title().zh(),
        Map.of("list", listing.name(), "filters", query.parameters(), "rows", rows));
  }

  private List<Spreadsheet.Cell> cells(T row) {
    return listing.columns().stream()
        .map(
            c -> {
              Object value = c.value().apply(row);
              boolean fen = c.kind() == Column.Kind.MONEY && value instanceof Long;
              return new Spreadsheet.Cell(fen ? new org.zhuqi.measures.Money((Long) value) : value);
            })
        .toList();
  }
}
