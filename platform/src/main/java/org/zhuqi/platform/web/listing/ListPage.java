package org.zhuqi.platform.web.listing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * One page of a list, with what it takes to draw it.
 *
 * @param total rows in everything that is filtered
 * @param totals sums by column over everything that is filtered
 * @param views what the reader keeps of this list
 */
public record ListPage<T>(
    Listing<T> listing, ListQuery query, List<T> rows, long total, Map<String, Long> totals, List<SavedView> views) {

  /** For answers of the API. */
  public record Slice<T>(List<T> items, int page, int size, long total, Map<String, Long> totals) {}

  public Slice<T> slice() {
    return new Slice<>(rows, page(), query.size(), total, totals);
  }

  ListPage<T> with(List<SavedView> kept) {
    return new ListPage<>(listing, query, rows, total, totals, kept);
  }

  /** What a saved view keeps: filters and order, not the page. */
  public String viewQuery() {
    String here = query.with("page", null);
    return here.startsWith(query.path() + "?") ? here.substring(query.path().length() + 1) : "";
  }

  public boolean isShown(SavedView view) {
    return view.query().equals(viewQuery());
  }

  /** Something narrows or orders the list, and no view holds it yet. */
  public boolean canBeSaved() {
    return !viewQuery().isEmpty() && views.stream().noneMatch(this::isShown);
  }

  public int page() {
    return query.page();
  }

  public int pages() {
    return (int) Math.max(1, Math.min(ListQuery.MAX_PAGE, (total + query.size() - 1) / query.size()));
  }

  public long first() {
    return total == 0 ? 0 : (long) (page() - 1) * query.size() + 1;
  }

  public long last() {
    return Math.min(total, (long) (page() - 1) * query.size() + rows.size());
  }

  public String pageLink(int number) {
    return query.with("page", Integer.toString(number));
  }

  public String exportLink() {
    String all = query.with("page", null);
    return all + (all.contains("?") ? "&" : "?") + "export=xlsx";
  }

  /** A column's heading: a second click orders the other way round. */
  public record Head(Text label, boolean right, String sortLink, @Nullable String sorted, @Nullable String total) {}

  public List<Head> heads(boolean english) {
    return listing.columns().stream()
        .map(c -> new Head(c.label(), c.kind().right(), sortLink(c), sorted(c), sum(c, english)))
        .toList();
  }

  public boolean hasTotals() {
    return !totals.isEmpty();
  }

  private @Nullable String sum(Column<T> column, boolean english) {
    Long sum = totals.get(column.key());
    if (sum == null) return null;
    return column.kind() == Column.Kind.MONEY ? new Money(sum).format(english) : Long.toString(sum);
  }

  private String sortLink(Column<T> column) {
    return query.with("sort", column.key().equals(sort()) ? "-" + column.key() : column.key());
  }

  /** As {@code aria-sort} wants it; null for a column that is not ordered by. */
  private @Nullable String sorted(Column<T> column) {
    if (sort().equals(column.key())) return "ascending";
    return sort().equals("-" + column.key()) ? "descending" : null;
  }

  private String sort() {
    String asked = query.get("sort");
    return asked == null ? listing.order() : asked;
  }

  /** Whether anything narrows the list down: then "nothing found" is another sentence than "nothing yet". */
  public boolean filtered() {
    return query.parameters().keySet().stream().anyMatch(k -> !List.of("page", "size", "sort", "export").contains(k));
  }

  public String filter(String name) {
    String value = query.get(name);
    return value == null ? "" : value;
  }

  /** What a form of filters has to carry along. */
  public Map<String, String> kept() {
    return query.parameters().entrySet().stream()
        .filter(e -> e.getKey().equals("sort") || e.getKey().equals("size"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** One value of one row, ready to be drawn by its kind. */
  public record Cell(Text label, Column.Kind kind, @Nullable Object value) {}

  /** A row, with where it leads and what choosing it sends; each null where the listing has none. */
  public record Line(@Nullable String link, @Nullable String key, List<Cell> cells) {}

  public List<Line> lines() {
    return rows.stream().map(this::line).toList();
  }

  private Line line(T row) {
    var link = listing.link();
    var key = listing.key();
    return new Line(
        link == null ? null : link.apply(row),
        key == null ? null : key.apply(row),
        listing.columns().stream().map(c -> new Cell(c.label(), c.kind(), c.value().apply(row))).toList());
  }
}
