package org.zhuqi.platform.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Mode;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.Visitor;

/** Principles have no act of their own: anyone can read them beside the measure's other provisions. */
class PrinciplesTests extends PlatformTest {
  @LocalServerPort int port;
  @Autowired Measures measures;

  @Test
  void the_public_page_of_a_measure_shows_every_principle_with_its_article() {
    for (Pack pack : measures.all()) {
      String page = new Visitor(port).get("/measures/" + pack.code()).body();
      List<Provision> principles = pack.provisions().stream().filter(p -> p.mode() == Mode.PRINCIPLE).toList();
      assertThat(principles).isNotEmpty();
      assertThat(principles)
          .allSatisfy(p -> assertThat(page).contains(p.id()).contains(p.citation().zh()).contains(p.text().zh()));
    }
  }
}
