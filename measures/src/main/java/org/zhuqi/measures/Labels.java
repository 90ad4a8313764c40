package org.zhuqi.measures;

import java.util.Arrays;
import java.util.Map;

/** What people read for the codes that packs and decisions carry; a code without a label reads as it is. */
public final class Labels {
  private Labels() {}

  /** Of a parameter of a condition. */
  public static Text parameter(String name) {
    return of(Vocabulary.bundled().parameters(), name);
  }

  /** Of who acts, as stages and sanctions name it. */
  public static Text actor(String actor) {
    return of(Vocabulary.bundled().actors(), actor);
  }

  /** Of an act that must be apart from another. */
  public static Text act(String act) {
    return of(Vocabulary.bundled().acts(), act);
  }

  /** Of a value of a table: an effect or an actor. */
  public static Text value(String value) {
    return Vocabulary.bundled().values().getOrDefault(value, actor(value));
  }

  /** Of a unit as {@link Param.Count#unit()} has it. */
  public static Text unit(String unit) {
    return of(Vocabulary.bundled().units(), unit);
  }

  /** Of what was asked, as {@link Decision#role()} has it: one role, or several such as {@code a+b}. */
  public static Text question(String asked) {
    var parts = Arrays.stream(asked.split("\\+", -1)).map(role -> of(Vocabulary.bundled().questions(), role)).toList();
    return new Text(
        String.join("、", parts.stream().map(Text::zh).toList()), String.join(", ", parts.stream().map(Text::en).toList()));
  }

  private static Text of(Map<String, Text> labels, String code) {
    return labels.getOrDefault(code, new Text(code, code));
  }
}
