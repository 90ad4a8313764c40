package org.zhuqi.platform.redemption;

import java.nio.charset.StandardCharsets;
import org.zhuqi.measures.Money;

/** The XML of an invented invoice, valid by default. */
public record InvoiceXml(
    String number, String issued, String sellerCode, String buyerCode, String amount, String tax, String total, String label, String remark) {

  public static InvoiceXml anInvoice() {
    return new InvoiceXml(
        "24522000000000000017", "2024-11-05 10:12:33", "91350100M000100Y43", "91330100799655058B", "94339.62", "5660.38",
        "100000.00", "Y", "");
  }

  public InvoiceXml number(String number) {
    return new InvoiceXml(number, issued, sellerCode, buyerCode, amount, tax, total, label, remark);
  }

  public InvoiceXml issued(String issued) {
    return new InvoiceXml(number, issued, sellerCode, buyerCode, amount, tax, total, label, remark);
  }

  public InvoiceXml seller(String code) {
    return new InvoiceXml(number, issued, code, buyerCode, amount, tax, total, label, remark);
  }

  public InvoiceXml buyer(String code) {
    return new InvoiceXml(number, issued, sellerCode, code, amount, tax, total, label, remark);
  }

  /** The total, six percent tax within it, rounded to the fen. */
  public InvoiceXml totalFen(long fen) {
    long taxFen = Math.round(fen * 6 / 106.0);
    return amounts(yuan(fen - taxFen), yuan(taxFen), yuan(fen));
  }

  public InvoiceXml amounts(String amount, String tax, String total) {
    return new InvoiceXml(number, issued, sellerCode, buyerCode, amount, tax, total, label, remark);
  }

  /** The red-letter invoice that takes this one back. */
  public InvoiceXml cancelledBy(String redNumber) {
    return new InvoiceXml(
        redNumber, issued, sellerCode, buyerCode, "-" + amount, "-" + tax, "-" + total, "N", "被红冲蓝字数电发票号码：" + number + " 红字发票信息确认单编号：52000000000000000001");
  }

  public InvoiceXml remark(String remark) {
    return new InvoiceXml(number, issued, sellerCode, buyerCode, amount, tax, total, label, remark);
  }

  public InvoiceXml label(String label) {
    return new InvoiceXml(number, issued, sellerCode, buyerCode, amount, tax, total, label, remark);
  }

  private static String yuan(long fen) {
    return Money.ofFen(fen).yuan().toPlainString();
  }

  public String xml() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <EInvoice>
          <Header>
            <EIid>%s</EIid><EInvoiceTag>SWEI5200</EInvoiceTag><Version>0.35</Version>
            <InherentLabel><InIssuType><LabelCode>%s</LabelCode><LabelName>是否蓝字发票标志</LabelName></InIssuType>
              <GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT></InherentLabel>
          </Header>
          <EInvoiceData>
            <SellerInformation><SellerIdNum>%s</SellerIdNum><SellerName>示例技术服务有限公司</SellerName></SellerInformation>
            <BuyerInformation><BuyerIdNum>%s</BuyerIdNum><BuyerName>示例装备制造有限公司</BuyerName></BuyerInformation>
            <BasicInformation><TotalAmWithoutTax>%s</TotalAmWithoutTax><TotalTaxAm>%s</TotalTaxAm>
              <TotalTax-includedAmount>%s</TotalTax-includedAmount><RequestTime>%s</RequestTime></BasicInformation>
            <IssuItemInformation><ItemName>*研发和技术服务*检测服务费</ItemName><Amount>%s</Amount><TaxRate>0.06</TaxRate></IssuItemInformation>
            <AdditionalInformation><Remark>%s</Remark></AdditionalInformation>
          </EInvoiceData>
          <TaxSupervisionInfo><InvoiceNumber>%s</InvoiceNumber><IssueTime>%s</IssueTime></TaxSupervisionInfo>
        </EInvoice>
        """
        .formatted(number, label, sellerCode, buyerCode, amount, tax, total, issued, amount, remark, number, issued);
  }

  public byte[] bytes() {
    return xml().getBytes(StandardCharsets.UTF_8);
  }
}
