package org.zhuqi.platform.notices;

import java.util.UUID;

/** What becomes of a line: a bean of the room that publishes. Called in the transaction that causes it. */
public interface NoticeSubject {
  /** The name under which it publishes. */
  String kind();

  /** The notice has run its time and no objection to this line is open or was upheld. Called once per line. */
  void cleared(UUID ref, UUID notice);

  /** An objection to this line was upheld; it will not be cleared. */
  void upheld(UUID ref, UUID notice, String answer);

  /** Somebody objects; the line is held until it is answered. */
  default void held(UUID ref, UUID notice) {}
}
