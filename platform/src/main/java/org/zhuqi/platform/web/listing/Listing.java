package org.zhuqi.platform.web.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * The definition of a list, immutable, made once: its page and its spreadsheet follow from it.
 *
 * <pre>{@code
 * private static final Listing<Row> CONTRACTS =
 *     Listing.of("contracts", Row.class,   // a record: its components are the columns of the query in camelCase
 *             """
 *             select c.id, c.number, e.name as client, c.price_fen, c.state, c.filed_on
 *               from contract c join party e on e.tenant = c.tenant and e.id = c.client_id
 *              where c.provider_id = :party""")
 *         .title("合同", "Contracts")
 *         .code("number", "编号", "Number", Row::number)
 *         .text("client", "委托方", "Client", Row::client)
 *         .money("price_fen", "金额", "Amount", Row::priceFen).totalled()
 *         .badge("state", "状态", "State", r -> r.state().badge())
 *         .date("filed_on", "备案日期", "Filed on", Row::filedOn)
 *         .search("编号、委托方", "Number, client", "number", "client")
 *         .select("state", "状态", "State", () -> State.options())
 *         .days("filed_on", "备案日期", "Filed on")
 *         .opens(r -> "/contracts/" + r.id())
 *         .orderedBy("-filed_on")
 *         .empty("还没有合同。双方签订后在此备案。", "No contracts yet. They are filed here once both sides have signed.");
 *
 * @GetMapping("/contracts") @PreAuthorize("hasRole('INSTITUTION')")
 * ModelAndView list(Actor actor, ListQuery query) {
 *   return listings.show("contracts/list", CONTRACTS, query, actor, Map.of("party", actor.partyOrThrow()));
 * }
 * // contracts/list.jte:  @param ListPage<?> list  …  @template.kit.list(p = p, list = list)
 * }</pre>
 *
 * <p>The base query needs a column {@code id}, which breaks ties. Columns and filters name columns of the base query. Row
 * security restricts it to the tenant; whom else it concerns is said in the query by parameters. Every column can be ordered
 * by; columns of text follow Chinese order.
 *
 * @param <T> the row: a record mapped by name
 */
public record Listing<T>(
    String name,
    Class<T> row,
    String sql,
    Text title,
    List<Column<T>> columns,
    List<Filter> filters,
    @Nullable Function<? super T, String> link,
    @Nullable Function<? super T, ? extends @Nullable String> key,
    String order,
    @Nullable Text emptyText) {

  public static <T> Listing<T> of(String name, Class<T> row, String sql) {
    return new Listing<>(name, row, sql, new Text(name, name), List.of(), List.of(), null, null, "id", null);
  }

  public Listing<T> title(String zh, String en) {
    return new Listing<>(name, row, sql, new Text(zh, en), columns, filters, link, key, order, emptyText);
  }

  public Listing<T> text(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.TEXT, key, zh, en, value);
  }

  public Listing<T> code(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.CODE, key, zh, en, value);
  }

  public Listing<T> number(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.NUMBER, key, zh, en, value);
  }

  /** The value is fen as Long, or Money. */
  public Listing<T> money(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.MONEY, key, zh, en, value);
  }

  public Listing<T> date(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.DATE, key, zh, en, value);
  }

  /** A last day, shown as the working days that are left. */
  public Listing<T> due(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.DUE, key, zh, en, value);
  }

  public Listing<T> time(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.TIME, key, zh, en, value);
  }

  /** The value is a {@link org.zhuqi.platform.web.Badge}. */
  public Listing<T> badge(String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    return column(Column.Kind.BADGE, key, zh, en, value);
  }

  /** Shows the sum of the column added last, over everything that is filtered. */
  public Listing<T> totalled() {
    List<Column<T>> changed = new ArrayList<>(columns);
    Column<T> last = changed.removeLast();
    changed.add(new Column<>(last.label(), last.key(), last.kind(), last.value(), true));
    return columns(changed);
  }

  /** One box that searches in these columns of text. */
  public Listing<T> search(String zh, String en, String... columns) {
    return filter(new Filter.Search(new Text(zh, en), Arrays.stream(columns).map(Listing::checked).toList()));
  }

  public Listing<T> select(String column, String zh, String en, Supplier<List<Filter.Option>> options) {
    return filter(new Filter.Select(new Text(zh, en), checked(column), options));
  }

  public Listing<T> days(String column, String zh, String en) {
    return filter(new Filter.Days(new Text(zh, en), checked(column)));
  }

  /** Where a row leads. */
  public Listing<T> opens(Function<? super T, String> to) {
    return new Listing<>(name, row, sql, title, columns, filters, to, key, order, emptyText);
  }

  /** Rows can be chosen for acts on several; this value is sent as {@code id}. Null for a row that cannot be chosen. */
  public Listing<T> chosenBy(Function<? super T, ? extends @Nullable String> id) {
    return new Listing<>(name, row, sql, title, columns, filters, link, id, order, emptyText);
  }

  /** How it is ordered unless the URL says otherwise: a column, with a minus for descending. */
  public Listing<T> orderedBy(String column) {
    checked(column.startsWith("-") ? column.substring(1) : column);
    return new Listing<>(name, row, sql, title, columns, filters, link, key, column, emptyText);
  }

  /** What is said when there is nothing: what would fill it. */
  public Listing<T> empty(String zh, String en) {
    return new Listing<>(name, row, sql, title, columns, filters, link, key, order, new Text(zh, en));
  }

  private Listing<T> column(
      Column.Kind kind, String key, String zh, String en, Function<? super T, ? extends @Nullable Object> value) {
    List<Column<T>> more = new ArrayList<>(columns);
    more.add(new Column<>(new Text(zh, en), key, kind, value, false));
    return columns(more);
  }

  private Listing<T> columns(List<Column<T>> more) {
    return new Listing<>(name, row, sql, title, List.copyOf(more), filters, link, key, order, emptyText);
  }

  private Listing<T> filter(Filter filter) {
    List<Filter> more = new ArrayList<>(filters);
    more.add(filter);
    return new Listing<>(name, row, sql, title, columns, List.copyOf(more), link, key, order, emptyText);
  }

  private static String checked(String column) {
    if (!column.matches("[a-z][a-z0-9_]*")) throw new IllegalArgumentException("not a column name: " + column);
    return column;
  }
}
