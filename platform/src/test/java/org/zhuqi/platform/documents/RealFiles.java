package org.zhuqi.platform.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.Workbook;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** Files as real programs make them, and files as somebody with ill intent does. */
public final class RealFiles {
  private RealFiles() {}

  public static byte[] pdf(String text) {
    var out = new ByteArrayOutputStream();
    try (Document document = new Document()) {
      PdfWriter.getInstance(document, out);
      document.open();
      document.add(new Paragraph(text));
    }
    return out.toByteArray();
  }

  public static byte[] png(int width, int height) {
    return image("png", width, height);
  }

  public static byte[] jpg() {
    return image("jpg", 40, 30);
  }

  private static byte[] image(String format, int width, int height) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] xlsx() {
    var out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      var sheet = workbook.newWorksheet("社保");
      for (int i = 0; i < 2000; i++) {
        sheet.value(i, 0, "职工 " + i);
        sheet.value(i, 1, i);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] ofd() {
    return zip(Map.of("OFD.xml", text("<?xml version=\"1.0\"?><ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\"/>")));
  }

  /** A workbook with one more entry: what a bomb or a macro hides in. */
  static byte[] xlsxWith(String name, byte[] content) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
    entries.put("xl/workbook.xml", text("<workbook/>"));
    entries.put(name, content);
    return zip(entries);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] billionLaughs() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY lol").append(i).append(" \"").append(("&lol" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return text(xml.append("]><lolz>&lol9;</lolz>").toString());
  }

  /** The first bytes of a Windows program, and enough after them. */
  static byte[] program() {
    byte[] exe = new byte[4096];
    byte[] head = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff};
    System.arraycopy(head, 0, exe, 0, head.length);
    exe[60] = (byte) 0x80;
    exe[128] = 'P';
    exe[129] = 'E';
    return exe;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
