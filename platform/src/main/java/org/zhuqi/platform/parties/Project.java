package org.zhuqi.platform.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An industrial project of a project owner.
 *
 * @param code its number on the provincial investment-project approval platform; one owner per project
 * @param area code of the area where it stands, from {@link Areas}
 * @param filed whether it is filed on that platform, as an official found it there; null: nobody has looked yet
 */
public record Project(UUID id, UUID party, String code, String name, String area, @Nullable Boolean filed) {
  public boolean isFiled() {
    return Boolean.TRUE.equals(filed);
  }
}
