package org.zhuqi.measures;

/** No working-day calendar is loaded for a year. It is refused, never guessed. */
public final class UnknownYearException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int year;
  private final Text text;

  UnknownYearException(int year) {
    this(
        year,
        new Text(
            "尚未载入 %d 年的工作日历，无法计算工作日。请管理员在国务院办公厅公布该年度节假日安排后，按 calendars/<年份>.yaml 的格式编写文件并通过“工作日历”载入。"
                .formatted(year),
            ("No working-day calendar is loaded for %d, so working days cannot be counted. Once the State Council has"
                    + " published that year's holidays, an administrator writes a file in the form of"
                    + " calendars/<year>.yaml and loads it under \"Working-day calendar\".")
                .formatted(year)));
  }

  private UnknownYearException(int year, Text text) {
    super(text.zh() + " / " + text.en());
    this.year = year;
    this.text = text;
  }

  public int year() {
    return year;
  }

  public Text text() {
    return text;
  }
}
