package org.zhuqi.platform.contracts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.web.print.PdfLetter;

/** The contract on paper, ready to be signed and sealed by both sides. */
final class ContractPaper {
  private ContractPaper() {}

  static byte[] of(Contract c, ServiceItem item, Text category) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("合同编号", c.number()));
    if (c.filingNumber() != null) facts.add(List.of("备案号", c.filingNumber()));
    facts.add(List.of("甲方（企业）", c.clientName()));
    facts.add(List.of("乙方（服务机构）", c.providerName()));
    facts.add(List.of("服务事项", item.item().title() + "（" + item.number() + " 第 " + c.itemVersion() + " 版）"));
    facts.add(List.of("服务类别", category.zh()));
    facts.add(List.of("服务期限", c.from() + " 至 " + c.until()));
    facts.add(List.of("合同价款", new Money(c.priceFen()).format()));
    facts.add(List.of("其中用券", new Money(c.voucherFen()).format()));
    facts.add(List.of("企业自付", new Money(c.priceFen() - c.voucherFen()).format()));
    facts.add(List.of("其他财政资金", Objects.requireNonNullElse(c.otherFunding(), "甲方声明没有")));
    PdfLetter letter =
        PdfLetter.titled(c.title())
            .facts(facts)
            .heading("一、服务内容")
            .paragraph(Objects.requireNonNullElse(item.item().content(), "—"))
            .heading("二、服务流程")
            .paragraph(Objects.requireNonNullElse(item.item().process(), "—"))
            .heading("三、其他约定")
            .paragraph(Objects.requireNonNullElse(c.terms(), "无。"));
    if (c.priceReason() != null) letter.heading("四、价格说明").paragraph(c.priceReason());
    letter.table(
        List.of("甲方（企业）", "乙方（服务机构）"),
        List.of(List.of("盖章：", "盖章："), List.of("签字：", "签字："), List.of("日期：", "日期：")), 1, 1);
    letter.note(
        c.signedHash() == null
            ? "本件由系统按双方商定的条款生成，签字并盖章后上传，双方确认同一份文件。"
            : "双方确认的签章合同 SHA-256：" + c.signedHash());
    return letter.bytes();
  }
}
