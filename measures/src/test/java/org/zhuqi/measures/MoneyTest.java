package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @Test
  void reads_yuan_to_the_fen() {
    assertThat(Money.of("1234567")).isEqualTo(new Money(123_456_700));
    assertThat(Money.of("0.1")).isEqualTo(new Money(10));
    assertThat(Money.of("0.01")).isEqualTo(new Money(1));
    assertThat(Money.signed("-12.50")).isEqualTo(new Money(-1250));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "+1", "1,000", "1e3", "NaN", "1.", ".5", "1.234", "12元", "92233720368547758.08"})
  void refuses_what_is_no_exact_amount(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(written)).withMessageContaining(written);
  }

  @Test
  void rounds_a_share_down_to_the_fen() {
    assertThat(Money.of("999.99").share(20)).isEqualTo(Money.of("199.99"));
    assertThat(Money.of("0.01").share(99)).isEqualTo(Money.ZERO);
    assertThat(Money.of("100").part(1, 3)).isEqualTo(Money.of("33.33"));
  }

  @Test
  void never_wraps_around() {
    Money most = new Money(Long.MAX_VALUE);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(new Money(1)));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.negate().minus(new Money(2)));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.share(2));
  }

  @Test
  void is_written_for_people_in_both_languages() {
    assertThat(Money.of("1234567").format()).isEqualTo("1,234,567.00 元");
    assertThat(Money.of("1234567").format(true)).isEqualTo("CNY 1,234,567.00");
    assertThat(Money.signed("-0.05")).hasToString("-0.05 元");
  }
}
