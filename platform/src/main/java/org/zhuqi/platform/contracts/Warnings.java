package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.catalogue.Qualifications;

/** Looks ahead of a contract: a qualification that ends within its period, vouchers that do not reach. */
@Component
class Warnings {
  private static final String QUALIFICATION = "item.qualification";
  private final Qualifications qualifications;
  private final Steps steps;
  private final ObjectProvider<VoucherReach> reach;

  Warnings(Qualifications qualifications, Steps steps, ObjectProvider<VoucherReach> reach) {
    this.qualifications = qualifications;
    this.steps = steps;
    this.reach = reach;
  }

  List<Warning> of(Contract c) {
    if (c.state().isOver()) return List.of();
    return Stream.concat(
            qualifications.until(c.item(), c.itemVersion()).filter(day -> day.isBefore(c.until())).map(day -> ends(c, day)).stream(),
            reach.stream().flatMap(r -> r.beyond(c).stream()))
        .toList();
  }

  private Warning ends(Contract c, LocalDate day) {
    return new Warning(
        "qualification_ends_within_period",
        steps.provision(QUALIFICATION),
        new Text(
            "本服务的资质有效期至 " + day + "，早于服务期限的截止日 " + c.until() + "。过期后未续期的，不能提供该服务，也不能签约、备案；请机构及时续期并重新发布服务事项。",
            "The qualification for this service is valid until " + day + ", the period ends later, on " + c.until()
                + ". Once it has ended, the service is not to be given, nor a contract signed or filed, until the institution renews it and"
                + " publishes the item again."));
  }
}
