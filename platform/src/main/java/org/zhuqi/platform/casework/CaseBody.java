package org.zhuqi.platform.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Text;

/**
 * What a case is about, ready to be shown beside its evidence.
 *
 * @param sections the form, in order
 * @param documents subjects whose attached documents are the evidence
 * @param decision the stored answer of the measure, or null
 * @param canBeMissing what may be named as missing when it is sent back
 * @param checks what the handler is asked to look at, in the words of the measure
 * @param links further pages, such as the register entry
 */
public record CaseBody(
    List<Section> sections,
    List<Evidence> documents,
    @Nullable Decision decision,
    List<Menu.Item> canBeMissing,
    List<Text> checks,
    List<Link> links) {

  /** A titled group of fields. */
  public record Section(Text title, List<Field> fields) {}

  /** One field as stated, with where it comes from. */
  public record Field(Text label, Text value, @Nullable Text source) {}

  /** Where documents are attached. */
  public record Evidence(String subjectKind, UUID subject) {}

  public record Link(Text label, String href) {}
}
