package org.zhuqi.platform.casework;

/**
 * Acts that wait for somebody and are no stage of a case, such as hearing an institution before it is removed: a bean of
 * each room in which they arise. They are read from that room's own rows, so that nothing has to be opened and closed.
 */
public interface TaskSource {
  /**
   * One select over the room's own tables and those of rooms below: the columns of {@link Task} in their order, then whom it
   * waits for, as {@code actor} (a {@link org.zhuqi.platform.shared.Role} in lower case), {@code party} (null: the office) and
   * {@code not_for} (the account that has taken a step that must be apart, or null). It may use {@code :today}, and {@code
   * :funders} (the caller's) where only officials of one funder are concerned.
   */
  String openTasks();
}
