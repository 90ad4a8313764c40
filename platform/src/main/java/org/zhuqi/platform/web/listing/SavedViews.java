package org.zhuqi.platform.web.listing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** The views of lists that people keep, each for themselves: the same for every list, known by its path. */
@Service
public class SavedViews {
  static final int MOST = 20;
  private static final int LONGEST_NAME = 40;
  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By name; of every list where none is given. */
  @Transactional(readOnly = true)
  public List<SavedView> of(Actor actor, @Nullable String list) {
    return jdbc.sql(
            """
            select id, list, name, query from saved_view
             where account = :account and (:list::text is null or list = :list)
             order by list, name collate "zh-x-icu" """)
        .param("account", actor.account())
        .param("list", list)
        .query(SavedView.class)
        .list();
  }

  /** Under a name that is there already, it takes the place of the earlier one. */
  @Transactional
  public Outcome<UUID> save(Actor actor, String list, String name, String query) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      return Outcome.refused(
          Refusal.of("view_name", "请给这个视图起一个不超过 40 个字的名称。", "Give the view a name of at most 40 characters.").at("name"));
    }
    // What is kept here becomes a link later: a path of ours, and a query as the list itself encodes it.
    if (!list.matches("(/[A-Za-z0-9_-]+)+") || !query.matches("[A-Za-z0-9%.+*_=&-]{0,1000}")) {
      return Outcome.refused(
          Refusal.of("view_address", "这个列表的筛选条件无法保存，请缩短后再试。", "The filter of this list cannot be kept; shorten it and try again."));
    }
    if (of(actor, list).stream().filter(v -> !v.name().equals(called)).count() >= MOST) {
      return Outcome.refused(
          Refusal.of("view_too_many", "每个列表最多保存 " + MOST + " 个视图。", "At most " + MOST + " views are kept for a list.")
              .remedy("请先删除不用的视图。", "Remove one that is not needed."));
    }
    return Outcome.done(
        jdbc.sql(
                """
                insert into saved_view (account, id, list, name, query) values (:account, :id, :list, :name, :query)
                on conflict (tenant, account, list, name) do update set query = excluded.query returning id""")
            .param("account", Objects.requireNonNull(actor.account()))
            .param("id", Ids.next())
            .param("list", list)
            .param("name", called)
            .param("query", query)
            .query(UUID.class)
            .single());
  }

  /** Somebody else's view is not there to be removed. */
  @Transactional
  public void remove(Actor actor, UUID id) {
    jdbc.sql("delete from saved_view where account = :account and id = :id").param("account", actor.account()).param("id", id).update();
  }
}
