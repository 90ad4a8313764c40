package org.zhuqi.platform.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Table;
import org.zhuqi.platform.parties.Parties;

/** Which office a contract belongs to: by the measure's routing of where its client, or a project of it, is registered. */
@Component
class Routing {
  static final String ROLE = "routing";
  private final Parties parties;

  Routing(Parties parties) {
    this.parties = parties;
  }

  Contract.Office of(Pack pack, UUID client) {
    List<Table.Row> rows =
        pack.byRole(Table.class, ROLE).stream()
            .flatMap(table -> parties.areas(client).stream().map(table::row))
            .flatMap(Optional::stream)
            .toList();
    return new Contract.Office(
        rows.stream().flatMap(r -> r.get("funder").stream()).collect(Collectors.toSet()),
        rows.stream().flatMap(r -> r.get("handler").stream()).findFirst().orElse(null));
  }
}
