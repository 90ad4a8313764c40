package org.zhuqi.platform.identity;

import java.util.List;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Role;

/** Whom the demo's sign-in page offers; room demo provides it. */
public interface DemoPersonas {

  /**
   * @param login of an account that exists
   * @param story who it is, in one line: what there is to see as this person
   */
  record Persona(String login, String name, Role role, Text story) {}

  List<Persona> all();
}
