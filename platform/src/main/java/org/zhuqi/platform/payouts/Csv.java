package org.zhuqi.platform.payouts;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values by RFC 4180: quoted where needed, lines ended by CR LF. */
final class Csv {
  private Csv() {}

  static String line(Object... cells) {
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      if (!line.isEmpty()) line.append(',');
      line.append(quoted(harmless(String.valueOf(cell))));
    }
    return line.append("\r\n").toString();
  }

  /** Rows of cells; a row's index in the list is its line for people, less one, as long as no cell spans lines. */
  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') cell.append(c);
        else if (i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
        else quoted = false;
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(take(cell));
      } else if (c == '\n') {
        row.add(take(cell));
        rows.add(row);
        row = new ArrayList<>();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(take(cell));
      rows.add(row);
    }
    return rows;
  }

  private static String take(StringBuilder cell) {
    String value = cell.toString().strip();
    cell.setLength(0);
    return value;
  }

  /** A name that begins like a formula would be run by a spreadsheet: it is made text. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
