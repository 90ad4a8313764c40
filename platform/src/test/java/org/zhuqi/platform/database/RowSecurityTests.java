package org.zhuqi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.RunningNumbers;
import org.zhuqi.platform.shared.Tenancy;

class RowSecurityTests extends PlatformTest {
  @Autowired RunningNumbers numbers;

  @Test
  void a_tenant_sees_only_its_own_rows_and_nothing_is_seen_without_one() {
    LocalDate day = LocalDate.of(2024, 9, 2);
    String mine = inTransaction(() -> numbers.next("RLS", day));
    assertThat(mine).startsWith("RLS-2024-");
    assertThat(inTransaction(this::count)).isEqualTo(1);
    Tenancy.run("elsewhere", () -> assertThat(transactions.<Integer>execute(s -> count())).isZero());
    assertThat(count()).isZero();
  }

  @Test
  void the_application_role_can_neither_write_for_another_tenant_nor_change_the_schema() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql("insert into running_number (tenant, kind, year, last) values ('other', 'X', 2024, 1)")
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> jdbc.sql("alter table running_number disable row level security").update())
        .isInstanceOf(DataAccessException.class);
  }

  private int count() {
    return jdbc.sql("select count(*) from running_number where kind = 'RLS'").query(Integer.class).single();
  }
}
