package org.zhuqi.platform.web;

import org.zhuqi.measures.Text;

/** A state, told by a word and a shape; the colour only repeats it. Drawn by {@code kit/badge}. */
public record Badge(Text label, Tone tone) {

  /** What a state means to the one who looks. */
  public enum Tone {
    /** Somebody has yet to act. */
    WAITING("○", "waiting"),
    /** Work is under way. */
    RUNNING("◐", "running"),
    GOOD("✓", "good"),
    /** Needs attention soon. */
    WARN("△", "warn"),
    BAD("✕", "bad"),
    /** Over, withdrawn, not in use. */
    OFF("–", "off");

    private final String shape;
    private final String css;

    Tone(String shape, String css) {
      this.shape = shape;
      this.css = css;
    }

    public String shape() {
      return shape;
    }

    public String css() {
      return css;
    }
  }

  public static Badge waiting(String zh, String en) {
    return new Badge(new Text(zh, en), Tone.WAITING);
  }

  public static Badge running(String zh, String en) {
    return new Badge(new Text(zh, en), Tone.RUNNING);
  }

  public static Badge good(String zh, String en) {
    return new Badge(new Text(zh, en), Tone.GOOD);
  }

  public static Badge warn(String zh, String en) {
    return new Badge(new Text(zh, en), Tone.WARN);
  }

  public static Badge bad(String zh, String en) {
    return new Badge(new Text(zh, en), Tone.BAD);
  }

  public static Badge off(String zh, String en) {
    return new Badge(new Text(zh, en), Tone.OFF);
  }
}
