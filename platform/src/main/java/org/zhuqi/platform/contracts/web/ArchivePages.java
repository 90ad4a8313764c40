package org.zhuqi.platform.contracts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.contracts.ArchiveColumn;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Language;
import org.zhuqi.platform.web.print.Spreadsheet;

/** The service archive of a side, from contract to result, and the printed contract. */
@Controller
class ArchivePages {
  private final Contracts contracts;
  private final Catalogue catalogue;
  private final Rules rules;
  private final ObjectProvider<ArchiveColumn> columns;
  private final AuditTrail audit;
  private final Clock clock;

  ArchivePages(
      Contracts contracts, Catalogue catalogue, Rules rules, ObjectProvider<ArchiveColumn> columns, AuditTrail audit, Clock clock) {
    this.contracts = contracts;
    this.catalogue = catalogue;
    this.rules = rules;
    this.columns = columns;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/archive")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','AUDITOR')")
  Object archive(Actor actor, @RequestParam(required = false) @Nullable UUID party, @RequestParam(defaultValue = "") String export, HttpServletRequest request, Model model) {
    UUID whose = actor.role().isParty() ? actor.partyOrThrow() : party;
    List<Contract> all = whose == null ? List.of() : contracts.archive(actor, whose);
    List<Text> heads = columns.orderedStream().map(ArchiveColumn::title).toList();
    List<ArchiveFolder> folders = folders(all, whose);
    if (export.equals("xlsx") && whose != null) return sheet(actor, whose, folders, heads, Language.isEnglish(request));
    model.addAttribute("folders", folders);
    model.addAttribute("heads", heads);
    model.addAttribute("party", java.util.Optional.ofNullable(whose));
    model.addAttribute("parties", whose == null ? contracts.parties(actor) : Map.<UUID, String>of());
    model.addAttribute("provision", rules.provision("service.archive"));
    return "contracts/archive";
  }

  private List<ArchiveFolder> folders(List<Contract> all, @Nullable UUID whose) {
    LocalDate today = LocalDate.now(clock);
    List<UUID> ids = all.stream().map(Contract::id).toList();
    List<Map<UUID, Text>> more = columns.orderedStream().map(c -> c.of(ids)).toList();
    Map<UUID, List<ArchiveFolder.Line>> byOther =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.client().equals(whose) ? c.provider() : c.client(),
                    java.util.LinkedHashMap::new,
                    Collectors.mapping(
                        c -> new ArchiveFolder.Line(c, c.daysOverdue(today), more.stream().map(m -> m.getOrDefault(c.id(), new Text("—", "—"))).toList()),
                        Collectors.toList())));
    return byOther.entrySet().stream()
        .map(
            e -> {
              Contract first = e.getValue().getFirst().contract();
              return new ArchiveFolder(first.client().equals(e.getKey()) ? first.clientName() : first.providerName(), e.getKey(), e.getValue());
            })
        .toList();
  }

  private ResponseEntity<byte[]> sheet(Actor actor, UUID whose, List<ArchiveFolder> folders, List<Text> heads, boolean english) {
    var out = new java.io.ByteArrayOutputStream();
    List<Text> all = new ArrayList<>(HEADS);
    all.addAll(heads);
    try (Spreadsheet sheet = Spreadsheet.to(out, english ? "Archive" : "服务档案", english)) {
      sheet.header(all.stream().map(t -> t.in(english)).toList());
      for (ArchiveFolder folder : folders) for (ArchiveFolder.Line line : folder.lines()) sheet.row(cells(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.record(actor, "archive.exported", "party", whose, rules.provision("service.archive"), "导出服务档案", Map.of("folders", folders.size()));
    return file(out.toByteArray(), english ? "archive.xlsx" : "服务档案.xlsx", MediaType.parseMediaType(Spreadsheet.TYPE));
  }

  private static final List<Text> HEADS =
      List.of(
          new Text("编号", "Number"), new Text("名称", "Title"), new Text("企业", "Enterprise"), new Text("服务机构", "Institution"),
          new Text("状态", "State"), new Text("价款", "Price"), new Text("用券", "Vouchers"), new Text("期限自", "From"),
          new Text("期限至", "Until"), new Text("签订", "Signed"), new Text("交付", "Delivered"), new Text("完成", "Completed"),
          new Text("逾期天数", "Days late"));

  private static List<Spreadsheet.Cell> cells(ArchiveFolder.Line line) {
    Contract c = line.contract();
    List<@Nullable Object> values = new ArrayList<>();
    java.util.Collections.addAll(
        values, c.number(), c.title(), c.clientName(), c.providerName(), c.state().label(), new Money(c.priceFen()),
        new Money(c.voucherFen()), c.from(), c.until(), c.signedOn(), c.deliveredOn(), c.completedOn(), line.late());
    values.addAll(line.more());
    return values.stream().map(Spreadsheet.Cell::new).toList();
  }

  /** The terms for printing and signing, with the number and, once agreed, the hash of the signed paper. */
  @GetMapping("/contracts/{id}/print")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')")
  ResponseEntity<byte[]> print(Actor actor, @PathVariable UUID id) {
    Contract c = contracts.get(actor, id);
    byte[] pdf = ContractPaper.of(c, catalogue.item(c.item(), c.itemVersion()), Rules.label(rules.categories().items(), c.category()));
    return file(pdf, c.number() + ".pdf", MediaType.APPLICATION_PDF);
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
    String disposition = ContentDisposition.attachment().filename(name, java.nio.charset.StandardCharsets.UTF_8).build().toString();
    return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition).body(bytes);
  }
}
