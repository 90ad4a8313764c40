package org.zhuqi.platform.shared;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * One reason why something is not done.
 *
 * @param code stable, snake_case, for machines and tests, such as {@code claim_over_ceiling}
 * @param provision the provision that says so, such as the id in the pack; null where it is a rule of the system
 * @param sentence what is wrong, with the figures, in Chinese and English
 * @param remedy what would change the outcome; null where nothing would
 * @param field the form field it belongs to; null for the whole
 */
public record Refusal(
    String code, @Nullable String provision, Text sentence, @Nullable Text remedy, @Nullable String field) {

  public static Refusal of(String code, String zh, String en) {
    return new Refusal(code, null, new Text(zh, en), null, null);
  }

  public Refusal by(@Nullable String provision) {
    return new Refusal(code, provision, sentence, remedy, field);
  }

  public Refusal remedy(String zh, String en) {
    return new Refusal(code, provision, sentence, new Text(zh, en), field);
  }

  public Refusal at(String field) {
    return new Refusal(code, provision, sentence, remedy, field);
  }
}
