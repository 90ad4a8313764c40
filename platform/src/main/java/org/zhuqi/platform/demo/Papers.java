package org.zhuqi.platform.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;
import org.zhuqi.measures.Money;

/** Invented papers as real files: PDF, XLSX and the XML of a fully digital invoice. Every one says that it is invented. */
public final class Papers {
  private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";

  private Papers() {}

  /** A one-page PDF with a title and lines; the text is searchable. */
  public static byte[] pdf(String title, String... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4, 80, 74, 100, 90)) {
      PdfWriter.getInstance(document, out);
      document.open();
      BaseFont base = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, null, null);
      Paragraph head = new Paragraph(title, new Font(base, 18));
      head.setAlignment(Paragraph.ALIGN_CENTER);
      head.setSpacingAfter(24);
      document.add(head);
      for (String line : lines) document.add(new Paragraph(26, line, new Font(base, 12)));
      Paragraph foot = new Paragraph(40, "本文件为演示虚构，不具有任何效力。", new Font(base, 9));
      document.add(foot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A list of insured staff as a spreadsheet. */
  public static byte[] staffList(String firm, int people) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "zhuqi-demo", "1.0")) {
      var sheet = book.newWorksheet("参保人员");
      List<String> heads = List.of("序号", "姓名（虚构）", "单位", "参保月份");
      for (int i = 0; i < heads.size(); i++) sheet.value(0, i, heads.get(i));
      for (int row = 1; row <= people; row++) {
        sheet.value(row, 0, row);
        sheet.value(row, 1, "示例员工" + row);
        sheet.value(row, 2, firm);
        sheet.value(row, 3, "2024-06");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The XML original of an invented invoice, tax rate 6 %.
   *
   * @param number 20 digits
   * @param total price with tax
   */
  public static byte[] invoice(
      String number, LocalDate day, String sellerCode, String seller, String buyerCode, String buyer, Money total) {
    long amount = (total.fen() * 100 + 53) / 106;
    return
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <EInvoice>
          <Header>
            <EIid>%1$s</EIid>
            <InherentLabel><InIssuType><LabelCode>Y</LabelCode><LabelName>蓝字发票</LabelName></InIssuType></InherentLabel>
          </Header>
          <EInvoiceData>
            <SellerInformation><SellerIdNum>%3$s</SellerIdNum><SellerName>%4$s</SellerName></SellerInformation>
            <BuyerInformation><BuyerIdNum>%5$s</BuyerIdNum><BuyerName>%6$s</BuyerName></BuyerInformation>
            <BasicInformation>
              <TotalAmWithoutTax>%7$s</TotalAmWithoutTax>
              <TotalTaxAm>%8$s</TotalTaxAm>
              <TotalTax-includedAmount>%9$s</TotalTax-includedAmount>
              <RequestTime>%2$s 10:00:00</RequestTime>
            </BasicInformation>
            <AdditionalInformation><Remark>演示虚构发票</Remark></AdditionalInformation>
          </EInvoiceData>
          <TaxSupervisionInfo>
            <InvoiceNumber>%1$s</InvoiceNumber>
            <IssueTime>%2$s 10:00:01</IssueTime>
          </TaxSupervisionInfo>
        </EInvoice>
        """
            .formatted(
                number, day, sellerCode, seller, buyerCode, buyer, new Money(amount).yuan(),
                new Money(total.fen() - amount).yuan(), total.yuan())
            .getBytes(StandardCharsets.UTF_8);
  }
}
