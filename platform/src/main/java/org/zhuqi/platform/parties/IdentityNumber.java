package org.zhuqi.platform.parties;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhuqi.platform.shared.Refusal;

/** The number of a resident identity card (GB 11643: 18 characters, the last a check), or of another paper as it stands. */
final class IdentityNumber {
  private static final Pattern CARD = Pattern.compile("\\d{17}[\\dX]");
  private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{6,20}");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private IdentityNumber() {}

  static String normalise(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  static Optional<Refusal> problem(String typed) {
    String number = normalise(typed);
    if (CARD.matcher(number).matches()) return checked(number) ? Optional.empty() : Optional.of(wrong());
    if (number.length() == CARD_LENGTH || !OTHER.matcher(number).matches()) return Optional.of(wrong());
    return Optional.empty();
  }

  private static final int CARD_LENGTH = 18;

  private static boolean checked(String card) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (card.charAt(i) - '0');
    return CHECKS.charAt(sum % 11) == card.charAt(CARD_LENGTH - 1);
  }

  private static Refusal wrong() {
    return Refusal.of("identity_number", "证件号码有误，请对照证件重新填写。", "The identity number is wrong; please copy it again.");
  }
}
