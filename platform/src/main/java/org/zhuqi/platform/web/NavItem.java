package org.zhuqi.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/**
 * An entry of the navigation, contributed by a room as a bean.
 *
 * @param roles who sees it; empty: everybody, visitors too
 * @param order lower comes first; public entries 10–90, work 100–800, administration 900
 */
public record NavItem(Set<Role> roles, Text label, String path, int order) {
  public NavItem {
    roles = Set.copyOf(roles);
  }

  public static NavItem open(String zh, String en, String path, int order) {
    return new NavItem(Set.of(), new Text(zh, en), path, order);
  }

  public static NavItem of(String zh, String en, String path, int order, Role... roles) {
    return new NavItem(Set.of(roles), new Text(zh, en), path, order);
  }

  boolean isFor(@Nullable Actor actor) {
    return roles.isEmpty() || (actor != null && roles.contains(actor.role()));
  }

  /** Whether a path lies within this entry. */
  public boolean contains(String current) {
    return current.equals(path) || current.startsWith(path + "/");
  }
}
