package org.zhuqi.platform.web.print;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A letter or notice on A4, laid out as GB/T 9704-2012 asks: top margin 37 mm, left 28 mm, type area 156 × 225 mm, page
 * numbers as — 1 —. Its text can be searched and copied.
 *
 * <pre>{@code
 * byte[] pdf =
 *     PdfLetter.titled("关于拟入库服务机构名单的公示")
 *         .paragraph("根据……，现将拟入库名单予以公示。")
 *         .table(List.of("序号", "机构名称"), List.of(List.of("1", "某某公司")), 1, 5)
 *         .signed("某某局", LocalDate.of(2025, 3, 3))
 *         .note("名单 SHA-256：…")
 *         .bytes();
 * }</pre>
 */
public final class PdfLetter {
  private static final float MM = 72f / 25.4f;
  private static final float TOP = 37 * MM;
  private static final float LEFT = 28 * MM;
  private static final float WIDTH = 156 * MM;
  private static final float HEIGHT = 225 * MM;
  private static final float RIGHT = PageSize.A4.getWidth() - LEFT - WIDTH;
  private static final float BOTTOM = PageSize.A4.getHeight() - TOP - HEIGHT;
  /** 三号: 22 lines of 28 characters fill the type area. */
  private static final float BODY = 16;
  private static final float LEADING = HEIGHT / 22;

  private final String title;
  private final List<Element> content = new ArrayList<>();

  private PdfLetter(String title) {
    this.title = title;
    Paragraph head = new Paragraph(LEADING * 1.2f, line(title, Fonts.bold(22)));
    head.setAlignment(Element.ALIGN_CENTER);
    head.setSpacingAfter(LEADING);
    content.add(head);
  }

  public static PdfLetter titled(String title) {
    return new PdfLetter(title);
  }

  /** Whom it is for, flush left, with its colon. */
  public PdfLetter to(String addressee) {
    content.add(new Paragraph(LEADING, line(addressee + "：", Fonts.regular(BODY))));
    return this;
  }

  /** A paragraph of body text, indented by two characters. */
  public PdfLetter paragraph(String text) {
    Paragraph p = new Paragraph(LEADING, line(text, Fonts.regular(BODY)));
    p.setFirstLineIndent(2 * BODY);
    content.add(p);
    return this;
  }

  /** A heading such as 一、公示时间. */
  public PdfLetter heading(String text) {
    Paragraph p = new Paragraph(LEADING, line(text, Fonts.bold(BODY)));
    p.setFirstLineIndent(2 * BODY);
    content.add(p);
    return this;
  }

  /**
   * A table whose heading is repeated on each page.
   *
   * @param widths one number per column, relative to one another
   */
  public PdfLetter table(List<String> heads, List<List<String>> rows, float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(LEADING / 2);
    table.setSpacingAfter(LEADING / 2);
    table.setHeaderRows(1);
    table.setSplitLate(true);
    heads.forEach(h -> table.addCell(cell(h, true)));
    rows.forEach(row -> row.forEach(value -> table.addCell(cell(value, false))));
    content.add(table);
    return this;
  }

  /** Names and values, one under the other. */
  public PdfLetter facts(List<List<String>> namesAndValues) {
    PdfPTable table = new PdfPTable(new float[] {1, 3});
    table.setWidthPercentage(100);
    table.setSpacingBefore(LEADING / 2);
    table.setSpacingAfter(LEADING / 2);
    namesAndValues.forEach(
        pair -> {
          table.addCell(cell(pair.get(0), true));
          table.addCell(cell(pair.get(1), false));
        });
    content.add(table);
    return this;
  }

  /** Who signs and when, at the lower right, with room for the seal. */
  public PdfLetter signed(String by, LocalDate on) {
    Paragraph name = new Paragraph(LEADING, by, Fonts.regular(BODY));
    name.setAlignment(Element.ALIGN_RIGHT);
    name.setIndentationRight(4 * BODY);
    name.setSpacingBefore(2 * LEADING);
    content.add(name);
    Paragraph date =
        new Paragraph(
            LEADING, on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日", Fonts.regular(BODY));
    date.setAlignment(Element.ALIGN_RIGHT);
    date.setIndentationRight(4 * BODY);
    content.add(date);
    return this;
  }

  /** Something small at the end, such as the hash of the list and where it can be checked. */
  public PdfLetter note(String text) {
    Paragraph p = new Paragraph(14, text, Fonts.regular(9));
    p.setSpacingBefore(LEADING);
    content.add(p);
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPageEvent(new PageNumbers(LEFT, RIGHT, BOTTOM - 7 * MM));
    document.addTitle(title);
    document.addCreator("Zhuqi");
    document.setDocumentLanguage("zh-CN");
    document.open();
    content.forEach(document::add);
    document.close();
    return out.toByteArray();
  }

  private static Chunk line(String text, Font font) {
    Chunk chunk = new Chunk(text, font);
    chunk.setSplitCharacter(ChineseLines.RULE);
    return chunk;
  }

  private static PdfPCell cell(String text, boolean head) {
    PdfPCell cell = new PdfPCell(new Phrase(16, line(text, head ? Fonts.bold(11) : Fonts.regular(11))));
    cell.setBorder(Rectangle.BOX);
    cell.setBorderWidth(0.5f);
    cell.setPaddingTop(3);
    cell.setPaddingBottom(6);
    cell.setPaddingLeft(5);
    cell.setPaddingRight(5);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    if (isAmount(text) && !head) cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
    return cell;
  }

  private static boolean isAmount(String text) {
    return text.matches("-?[\\d,]+\\.\\d{2}( 元)?");
  }
}
