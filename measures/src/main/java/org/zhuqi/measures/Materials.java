package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must be handed in (papers) and stated (fields).
 *
 * @param fields what must be stated beside the papers: terms of a contract, fields of a service item
 * @param declaration what the applicant declares, or null
 * @param remindDaysAhead days before the last day for handing in on which to remind, largest first; may be empty
 */
public record Materials(
    Head head, List<Item> items, List<Menu.Item> fields, @Nullable Text declaration, List<Integer> remindDaysAhead)
    implements Provision {
  public Materials {
    remindDaysAhead = List.copyOf(remindDaysAhead);
    items = List.copyOf(items);
    fields = List.copyOf(fields);
  }

  /**
   * One paper.
   *
   * @param appliesTo classes of applicant that hand it in; empty means all
   * @param required false for a paper that may be added
   * @param when over facts; the paper is needed only if it holds (or cannot be told yet); null means always
   * @param accepts file types by extension, such as {@code pdf}; empty means any that the vault accepts
   * @param validityMonths months from its own date (出具日期) for which it counts; null means no limit
   */
  public record Item(
      String code,
      Text name,
      Set<String> appliesTo,
      boolean required,
      @Nullable Expression when,
      List<String> accepts,
      @Nullable Integer validityMonths) {
    public Item {
      appliesTo = Set.copyOf(appliesTo);
      accepts = List.copyOf(accepts);
    }

    public boolean isFor(String applicantClass) {
      return appliesTo.isEmpty() || appliesTo.contains(applicantClass);
    }

    /** The last day on which one issued on a day counts: that day of the month, so many months later; null for no end. */
    public @Nullable LocalDate countsUntil(LocalDate issued) {
      return validityMonths == null ? null : issued.plusMonths(validityMonths);
    }
  }

  public Optional<Item> item(String code) {
    return items.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /** The papers that this applicant must hand in. One whose condition cannot be told yet is asked for. */
  public List<Item> required(String applicantClass, Map<String, ?> facts, LocalDate asOf) {
    return items.stream()
        .filter(i -> i.required() && i.isFor(applicantClass))
        .filter(i -> i.when() == null || i.when().evaluate(facts, asOf) != Verdict.FAILS)
        .toList();
  }

  /** Every required paper whose code is not among those handed in. */
  public List<Item> missing(String applicantClass, Map<String, ?> facts, LocalDate asOf, Collection<String> handedIn) {
    return required(applicantClass, facts, asOf).stream().filter(i -> !handedIn.contains(i.code())).toList();
  }

  /** Every field whose code is not among those stated. */
  public List<Menu.Item> missingFields(Collection<String> stated) {
    return fields.stream().filter(f -> !stated.contains(f.code())).toList();
  }

  /** Whether all papers and fields are there, as a finding that names everything missing. */
  public Finding check(
      String applicantClass,
      Map<String, ?> facts,
      LocalDate asOf,
      Collection<String> handedIn,
      Collection<String> stated) {
    List<Item> papers = missing(applicantClass, facts, asOf, handedIn);
    List<Menu.Item> unstated = missingFields(stated);
    if (papers.isEmpty() && unstated.isEmpty()) {
      return new Finding(
          id(), "materials", Verdict.HOLDS, Map.of(), new Text("材料和信息齐全。", "Everything asked for is there."), null);
    }
    List<String> codes =
        java.util.stream.Stream.concat(papers.stream().map(Item::code), unstated.stream().map(Menu.Item::code)).toList();
    return new Finding(
        id(),
        "materials",
        Verdict.FAILS,
        Map.of("missing", codes),
        new Text("缺少：" + names(papers, unstated, false) + "。", "Missing: " + names(papers, unstated, true) + "."),
        new Text("请补齐后再提交。", "Add what is missing, then submit again."));
  }

  private static String names(List<Item> papers, List<Menu.Item> fields, boolean english) {
    return String.join(
        english ? ", " : "、",
        java.util.stream.Stream.concat(
                papers.stream().map(i -> i.name().in(english)), fields.stream().map(f -> f.label().in(english)))
            .toList());
  }
}
