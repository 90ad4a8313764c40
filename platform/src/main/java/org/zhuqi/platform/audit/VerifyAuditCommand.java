package org.zhuqi.platform.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Command;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Tenancy;

/**
 * {@code verify-audit [anchor files]}: recomputes the chain of every tenant and compares it with anchors kept elsewhere.
 * Ends with 1 at the first record that was changed, removed or inserted.
 */
@Component
class VerifyAuditCommand implements Command {
  private final AuditChain chain;
  private final Tenants tenants;

  VerifyAuditCommand(AuditChain chain, Tenants tenants) {
    this.chain = chain;
    this.tenants = tenants;
  }

  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) throws Exception {
    List<Anchor> anchors = new ArrayList<>();
    for (String file : arguments) anchors.add(anchor(Path.of(file)));
    boolean ok = true;
    for (Tenants.Tenant tenant : tenants.all()) {
      ok &= report(tenant.code(), Tenancy.call(tenant.code(), () -> chain.verify(anchors)), out);
    }
    return ok ? 0 : 1;
  }

  private static boolean report(String tenant, Verification v, PrintStream out) {
    Verification.Broken broken = v.broken();
    if (broken != null) {
      out.printf("%s: BROKEN after %d records: %s (%s)%n", tenant, v.sealed(), broken.sentence().en(), broken.kind());
      return false;
    }
    out.printf("%s: %d records unbroken, %d not sealed yet%n", tenant, v.sealed(), v.waiting());
    if (v.head() != null) out.println(Json.write(v.head()));
    return true;
  }

  private static Anchor anchor(Path file) throws IOException {
    return Json.read(Files.readString(file), Anchor.class);
  }
}
