package org.zhuqi.platform.story;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.zhuqi.platform.BrowserTest;

/**
 * The whole story in a real browser, from what README's first command gives: one-click people, invented data, the clock.
 *
 * <p>{@code -Dzhuqi.screenshots=docs/screenshots} (an absolute folder) keeps pictures of the main pages on the way.
 */
@TestPropertySource(
    properties = {
      "zhuqi.database.name=story_browser_${random.int(1000000000)}", "zhuqi.demo=true", "zhuqi.demo-story=true"
    })
class StoryInTheBrowserTests extends BrowserTest {

  @Test
  void a_helper_voucher_from_budget_to_payout_and_back() {
    Scene scene = new Scene(url(""), this::desk);
    new PublicChapter(scene).play();
    new AdmissionChapter(scene).play();
    new VoucherChapter(scene).play();
    new ContractChapter(scene).play();
    new RedemptionChapter(scene).play();
    new PayoutChapter(scene).play();
    new YearlyChapter(scene).play();
    new InspectionChapter(scene).play();
    new RemovalChapter(scene).play();
    new EndChapter(scene).play();
  }
}
