package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.documents.Document;

/**
 * An application ready to be filled in or read: what is known, what is asked, which papers, what is still missing.
 *
 * @param title the measure's title
 * @param recommenders who recommends the applicant, whether or not it counts
 * @param groups what is asked, condition by condition; a fact that several read stands in the first
 * @param preview what the conditions would say as of now
 * @param missing everything that lacks before it can be handed in
 */
public record ApplicationForm(
    Application application,
    CaseFile file,
    Text title,
    List<Known> known,
    List<Recommender> recommenders,
    List<Group> groups,
    List<Slot> materials,
    String materialsBy,
    @Nullable Text declaration,
    Decision preview,
    List<Text> missing) {

  /** What the system knows and so does not ask. */
  public record Known(Text label, Text value) {}

  /**
   * What one condition asks.
   *
   * @param way one of several ways, of which any is enough
   * @param known what the system knows and so does not ask, but a paper may show otherwise: an official can correct it
   */
  public record Group(String provision, Text text, boolean way, List<Asked> facts, List<Asked> known) {}

  /** @param value as stated so far, or null */
  public record Asked(Fact fact, List<Menu.Item> options, @Nullable Object value) {
    public String field() {
      return "fact." + fact.name();
    }
  }

  /**
   * One paper to hand in.
   *
   * @param attached what is handed in
   */
  public record Slot(Materials.Item item, boolean required, List<Document> attached) {}

  /** A stated value in words. */
  public Text shown(Asked a) {
    return Applications.shown(a.options(), a.fact(), a.value());
  }

  /** Whether the applicant may still change it. */
  public boolean editable() {
    return file.state().isWithApplicant();
  }

  /** Stated values by field name, for showing the form again. */
  public Map<String, Object> stated() {
    return application.stated();
  }
}
