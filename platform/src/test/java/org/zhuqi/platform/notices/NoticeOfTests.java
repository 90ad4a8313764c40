package org.zhuqi.platform.notices;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Remembers what became of lines. */
@Component
class NoticeOfTests implements NoticeSubject {
  static final String KIND = "test.notice";
  final List<UUID> cleared = new CopyOnWriteArrayList<>();
  final List<UUID> upheld = new CopyOnWriteArrayList<>();
  final List<UUID> held = new CopyOnWriteArrayList<>();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void cleared(UUID ref, UUID notice) {
    cleared.add(ref);
  }

  @Override
  public void upheld(UUID ref, UUID notice, String answer) {
    upheld.add(ref);
  }

  @Override
  public void held(UUID ref, UUID notice) {
    held.add(ref);
  }
}
