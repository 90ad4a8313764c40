package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The treasury's file, prepared by one and approved by another; it bounces once, the account is mended, the money arrives. */
final class PayoutChapter {
  private static final String FIRM = "新锐示例咨询有限公司";
  private static final Pattern NUMBER = Pattern.compile("BF-\\d{4}-\\d{6}-\\d{4}");
  private final Scene scene;

  PayoutChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    bounces();
    accountIsMended();
    isPaid();
    ledgerAgrees();
  }

  private void bounces() {
    String number = fileGoesOut();
    treasuryAnswers(number + ",50000.00,失败,2024-09-23,,账号户名不符").sees("退票 1 笔");
    scene.as("finance.zheng").goes("拨付款项").sees("账号户名不符");
  }

  private void accountIsMended() {
    Person xinrui = scene.as("xinrui").goes("本单位").unfolds("更换或确认账户");
    xinrui.writes("bank", "示例银行花溪支行").writes("number", "6222021234567890123").presses("保存账户").sees("示例银行花溪支行");
  }

  private void isPaid() {
    String number = fileGoesOut();
    treasuryAnswers(number + ",50000.00,成功,2024-09-23,YH20240923001,").sees("支付 1 笔");
    scene.as("xinrui").goes("兑现申请").opens(ContractChapter.TITLE).sees("已支付");
  }

  private void ledgerAgrees() {
    Person wang = scene.as("finance.wang").goes("对账").sees("逐分相符");
    wang.goes("资金账").sees("20,000,000.00");
    scene.picture(wang, "ledger");
    scene.picture(scene.as("bureau.zhou").goes("资金看板"), "dashboard");
  }

  /** Prepared by one, approved by the other, downloaded; the number of the line for the institution. */
  private String fileGoesOut() {
    Person zheng = scene.as("finance.zheng").goes("拨付款项").presses("编制付款文件（贵阳市）");
    assertThat(zheng.page().locator("#main button:has-text('复核通过')").isDisabled()).isTrue();
    Person wang = scene.as("finance.wang").goes("付款文件").opens("待复核").pressesAndConfirms("复核通过");
    scene.picture(wang, "payout-file");
    Download csv = wang.page().waitForDownload(() -> wang.page().locator("#main a:has-text('下载 CSV')").click());
    String line = Arrays.stream(text(csv).split("\\R")).filter(l -> l.contains(FIRM)).findFirst().orElseThrow();
    Matcher number = NUMBER.matcher(line);
    assertThat(number.find()).as(line).isTrue();
    return number.group();
  }

  private Person treasuryAnswers(String line) {
    byte[] csv = ("明细编号,金额（元）,结果,日期,银行流水号,原因\r\n" + line + "\r\n").getBytes(StandardCharsets.UTF_8);
    return scene.as("finance.zheng").goes("付款文件").follows("读取回盘文件").hands("file", "回盘.csv", csv).presses("读取并入账");
  }

  private static String text(Download download) {
    try (InputStream in = download.createReadStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
