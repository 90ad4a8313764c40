package org.zhuqi.platform.web.print;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.DefaultSplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Where a line may end: never so that the next begins with a closing mark, and never after an opening one. */
final class ChineseLines implements SplitCharacter {
  static final ChineseLines RULE = new ChineseLines();
  private static final String NOT_AT_START = "，。、；：？！）》】〉」』”’…—％%,.;:?!)]}";
  private static final String NOT_AT_END = "（《【〈「『“‘([{";
  private final SplitCharacter plain = new DefaultSplitCharacter();

  private ChineseLines() {}

  @Override
  public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk @Nullable [] chunks) {
    if (NOT_AT_END.indexOf(text[current]) >= 0) return false;
    if (current + 1 < end && NOT_AT_START.indexOf(text[current + 1]) >= 0) return false;
    return isClosing(text[current]) || plain.isSplitCharacter(start, current, end, text, chunks);
  }

  /** After a full-width closing mark a line may always end. */
  private static boolean isClosing(char c) {
    return c > 0x7f && NOT_AT_START.indexOf(c) >= 0;
  }
}
