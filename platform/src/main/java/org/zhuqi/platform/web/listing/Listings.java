package org.zhuqi.platform.web.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;

/** Answers lists: a page of rows with totals, or the spreadsheet of everything that is filtered. */
@Component
public class Listings {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;
  private final SavedViews views;

  Listings(JdbcClient jdbc, TransactionTemplate transactions, AuditTrail audit, SavedViews views) {
    this.views = views;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * The view with the list as {@code list} in its model; with {@code ?export=xlsx}, the spreadsheet instead.
   *
   * @param actor who asks, for the record of exports and for saved views; null for visitors
   * @param parameters what the base query needs; null values are allowed
   */
  public <T> ModelAndView show(
      String view, Listing<T> listing, ListQuery query, @Nullable Actor actor, Map<String, ?> parameters) {
    if (query.wantsSpreadsheet()) {
      return new ModelAndView(new ExportView<>(listing, new Statement(listing, query, parameters), query, actor, jdbc, transactions, audit));
    }
    return new ModelAndView(view, new HashMap<>(Map.of("list", pageOf(listing, query, actor, parameters))));
  }

  /** One page; for the API, {@code page(…).slice()}. */
  @Transactional(readOnly = true)
  public <T> ListPage<T> page(Listing<T> listing, ListQuery query, Map<String, ?> parameters) {
    return read(listing, query, parameters);
  }

  private <T> ListPage<T> pageOf(Listing<T> listing, ListQuery query, @Nullable Actor actor, Map<String, ?> parameters) {
    return java.util.Objects.requireNonNull(
        transactions.execute(
            s -> read(listing, query, parameters).with(actor == null ? List.of() : views.of(actor, query.path()))));
  }

  private <T> ListPage<T> read(Listing<T> listing, ListQuery query, Map<String, ?> parameters) {
    Statement statement = new Statement(listing, query, parameters);
    Map<String, Long> totals = new HashMap<>();
    jdbc.sql(statement.totals()).params(statement.parameters()).query().singleRow().forEach((k, v) -> totals.put(k, ((Number) v).longValue()));
    long total = java.util.Objects.requireNonNull(totals.remove("n"));
    List<T> rows = jdbc.sql(statement.page()).params(statement.parameters()).query(listing.row()).list();
    return new ListPage<>(listing, query, rows, total, totals, List.of());
  }
}
