package org.zhuqi.platform.web.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** Noto Sans SC (SIL Open Font License), bundled because a bare machine has no Chinese font. Only used glyphs are embedded. */
final class Fonts {
  private static final BaseFont REGULAR = load("NotoSansSC-Regular.ttf");
  private static final BaseFont BOLD = load("NotoSansSC-Bold.ttf");

  private Fonts() {}

  static Font regular(float points) {
    return new Font(REGULAR, points);
  }

  static Font bold(float points) {
    return new Font(BOLD, points);
  }

  static BaseFont regular() {
    return REGULAR;
  }

  private static BaseFont load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) throw new IllegalStateException("the font " + file + " is not in the jar");
      return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
