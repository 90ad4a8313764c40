package org.zhuqi.platform.parties;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.listing.Filter.Option;

/** The form in which a party states who it is: its choices, and how it is read. */
@Component
public class PartyForm {
  private static final int NAME_MAX = 120;
  private static final int SHORT_MAX = 60;
  private static final int CODE_MAX = 40;
  private static final String YES = "yes";
  private final Areas areas;
  private final Industries industries;

  PartyForm(Areas areas, Industries industries) {
    this.areas = areas;
    this.industries = industries;
  }

  public List<Option> kinds() {
    return Arrays.stream(PartyKind.values()).map(k -> new Option(k.name(), k.label())).toList();
  }

  public List<Option> classes() {
    return Arrays.stream(PartyClass.values()).map(c -> new Option(c.code(), c.label())).toList();
  }

  public List<Option> areas() {
    return areas.all().stream().map(a -> new Option(a.code(), a.label())).toList();
  }

  public List<Option> industries() {
    return industries.all().entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList();
  }

  public List<Option> yesNo() {
    return List.of(Option.of(YES, "是", "Yes"), Option.of("no", "否", "No"));
  }

  /** What was typed, missing fields as empty: {@link Parties#register} says what is wrong with them. */
  public RegisterParty read(Fields f) {
    return new RegisterParty(
        text(f, "creditCode", CODE_MAX), text(f, "name", NAME_MAX), kinds(f), text(f, "partyClass", CODE_MAX),
        text(f, "area", CODE_MAX), f.optionalDate("foundedOn"), f.optional("industry", CODE_MAX), yes(f, "legalPerson"),
        yes(f, "taxCompliant"), text(f, "contactName", SHORT_MAX), text(f, "phone", CODE_MAX), f.optional("email", NAME_MAX),
        text(f, "address", NAME_MAX), f.optional("legalRepName", SHORT_MAX), f.optional("legalRepId", CODE_MAX),
        f.optional("projectCode", CODE_MAX), f.optional("projectName", NAME_MAX), f.optional("projectArea", CODE_MAX));
  }

  public ChangeParty readChange(Fields f) {
    return new ChangeParty(
        f.number("version", 1, Integer.MAX_VALUE), text(f, "name", NAME_MAX), kinds(f), text(f, "area", CODE_MAX),
        f.optionalDate("foundedOn"), f.optional("industry", CODE_MAX), yes(f, "legalPerson"), yes(f, "taxCompliant"),
        text(f, "contactName", SHORT_MAX), text(f, "phone", CODE_MAX), f.optional("email", NAME_MAX), text(f, "address", NAME_MAX));
  }

  /** Asked outright, so that nobody states by leaving it alone what an official then has to believe or not. */
  private static boolean yes(Fields f, String name) {
    return YES.equals(f.text(name, SHORT_MAX));
  }

  private static Set<PartyKind> kinds(Fields f) {
    EnumSet<PartyKind> kinds = EnumSet.noneOf(PartyKind.class);
    for (PartyKind kind : PartyKind.values()) if (f.all("kinds").contains(kind.name())) kinds.add(kind);
    return kinds;
  }

  private static String text(Fields f, String name, int max) {
    @Nullable String value = f.optional(name, max);
    return Objects.requireNonNullElse(value, "");
  }
}
