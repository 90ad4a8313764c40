package org.zhuqi.platform.web.print;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** — 1 — below the type area: odd pages at the right, even pages at the left, one character in. */
final class PageNumbers extends PdfPageEventHelper {
  private static final float SIZE = 14;
  private final float left;
  private final float right;
  private final float baseline;

  PageNumbers(float left, float right, float baseline) {
    this.left = left;
    this.right = right;
    this.baseline = baseline;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    int number = document.getPageNumber();
    boolean odd = number % 2 == 1;
    float x = odd ? document.getPageSize().getWidth() - right - SIZE : left + SIZE;
    Phrase phrase = new Phrase("— " + number + " —", Fonts.regular(SIZE));
    ColumnText.showTextAligned(
        writer.getDirectContent(), odd ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT, phrase, x, baseline, 0);
  }
}
