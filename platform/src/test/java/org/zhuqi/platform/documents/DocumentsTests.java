package org.zhuqi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.audit.AuditRecord;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

class DocumentsTests extends PlatformTest {
  @Autowired Documents documents;
  @Autowired ContentStore contents;
  @Autowired DocumentSettings settings;
  @Autowired UnusedContent unused;
  @Autowired AuditTrail audit;
  @Autowired Clock clock;

  private final Actor mine = party();
  private final Actor other = party();
  private final Actor official = new Actor(Ids.next(), "中心", Role.CENTRE, null, "CENTRE", Set.of("F"));

  static Actor party() {
    return new Actor(Ids.next(), "经办人", Role.INSTITUTION, Ids.next(), null, Set.of());
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        Arguments.of("营业执照.pdf", RealFiles.pdf("licence"), "application/pdf"),
        Arguments.of("照片.PNG", RealFiles.png(30, 20), "image/png"),
        Arguments.of("scan.jpeg", RealFiles.jpg(), "image/jpeg"),
        Arguments.of("社保.xlsx", RealFiles.xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Arguments.of("审计报告.ofd", RealFiles.ofd(), "application/ofd"),
        Arguments.of("发票.xml", RealFiles.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><EInvoice><a>1</a></EInvoice>"), "application/xml"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void papers_of_every_allowed_kind_are_taken_and_come_back_byte_by_byte(String name, byte[] content, String type) throws IOException {
    UUID id = store(mine, name, content).orThrow();
    Document d = asTenant(() -> documents.readable(mine, id));
    assertThat(d.mediaType()).isEqualTo(type);
    assertThat(d.fileName()).isEqualTo(name);
    assertThat(d.sizeBytes()).isEqualTo(content.length);
    assertThat(Files.readAllBytes(asTenant(() -> documents.open(mine, id)).file())).isEqualTo(content);
  }

  static Stream<Arguments> harmful() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    many.put("[Content_Types].xml", RealFiles.text("<Types/>"));
    many.put("xl/workbook.xml", RealFiles.text("<workbook/>"));
    IntStream.range(0, 3000).forEach(i -> many.put("xl/media/" + i + ".bin", new byte[] {1}));
    byte[] pdf = RealFiles.pdf("cut");
    byte[] hugePng = RealFiles.png(10, 10).clone();
    // Width and height in the header, 60,000 each: 3.6 gigapixels from a few bytes.
    hugePng[18] = (byte) 0xea;
    hugePng[19] = 0x60;
    hugePng[22] = (byte) 0xea;
    hugePng[23] = 0x60;
    return Stream.of(
        Arguments.of("nothing", "empty.pdf", new byte[0], "document_empty"),
        Arguments.of("a program as a PDF", "invoice.pdf", RealFiles.program(), "document_disguised"),
        Arguments.of("a program as an image", "photo.png", RealFiles.program(), "document_disguised"),
        Arguments.of("a program as XML", "invoice.xml", RealFiles.program(), "document_disguised"),
        Arguments.of("a page as a PDF", "a.pdf", RealFiles.text("<html><script>alert(1)</script></html>"), "document_disguised"),
        Arguments.of("a page as XML", "a.xml", RealFiles.text("<!DOCTYPE html><html><body>hi</body></html>"), "document_disguised"),
        Arguments.of("a PNG named JPG", "a.jpg", RealFiles.png(3, 3), "document_disguised"),
        Arguments.of("a plain zip as a workbook", "a.xlsx", RealFiles.zip(Map.of("a.exe", RealFiles.program())), "document_disguised"),
        Arguments.of("a plain zip as OFD", "a.ofd", RealFiles.zip(Map.of("a.txt", RealFiles.text("x"))), "document_disguised"),
        Arguments.of("a program", "tool.exe", RealFiles.program(), "document_type"),
        Arguments.of("a page", "a.html", RealFiles.text("<html></html>"), "document_type"),
        Arguments.of("an SVG, which can hold scripts", "a.svg", RealFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "document_type"),
        Arguments.of("two endings", "a.pdf.exe", RealFiles.pdf("x"), "document_type"),
        Arguments.of("no ending", "contract", RealFiles.pdf("x"), "document_type"),
        Arguments.of("a name that is only an ending", ".pdf", RealFiles.pdf("x"), "document_name"),
        Arguments.of("a PDF cut off", "a.pdf", java.util.Arrays.copyOf(pdf, pdf.length / 2), "document_broken"),
        Arguments.of("XML not well formed", "a.xml", RealFiles.text("<?xml version=\"1.0\"?><a><b></a>"), "document_broken"),
        Arguments.of("billion laughs", "a.xml", RealFiles.billionLaughs(), "document_xml"),
        Arguments.of("an external entity", "a.xml",
            RealFiles.text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"), "document_xml"),
        Arguments.of("billion laughs in a workbook", "a.xlsx", RealFiles.xlsxWith("xl/sharedStrings.xml", RealFiles.billionLaughs()), "document_xml"),
        Arguments.of("XML without an end to its depth", "a.xml",
            RealFiles.text("<?xml version=\"1.0\"?>" + "<a>".repeat(5000) + "</a>".repeat(5000)), "document_bomb"),
        Arguments.of("a cell outside every sheet", "a.xlsx",
            RealFiles.xlsxWith("xl/worksheets/sheet9.xml", "<worksheet><sheetData><row><c r=\"ZZZZZ1\"/></row></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8)), "document_bomb"),
        Arguments.of("a zip bomb", "a.xlsx", RealFiles.xlsxWith("xl/worksheets/sheet1.bin", new byte[200 * 1024 * 1024]), "document_bomb"),
        Arguments.of("a bomb of many entries", "a.xlsx", RealFiles.zip(many), "document_bomb"),
        Arguments.of("an image of gigapixels", "a.png", hugePng, "document_bomb"),
        Arguments.of("macros", "a.xlsx", RealFiles.xlsxWith("xl/vbaProject.bin", new byte[] {1, 2}), "document_macros"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmful")
  void what_it_is_not_or_could_do_harm_is_refused_with_a_remedy_and_leaves_nothing(String what, String name, byte[] content, String code)
      throws IOException {
    long before = incoming();
    Outcome<UUID> outcome = store(mine, name, content);
    assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly(code);
    assertThat(outcome.refusals().getFirst().remedy()).isNotNull();
    assertThat(incoming()).isEqualTo(before);
  }

  @Test
  void one_byte_over_the_limit_is_refused_and_the_limit_itself_is_not() {
    long limit = settings.maxSize().toBytes();
    assertThat(limit).isEqualTo(20 * 1024 * 1024);
    byte[] pdf = RealFiles.pdf("large");
    byte[] atLimit = java.util.Arrays.copyOf(pdf, (int) limit);
    byte[] end = RealFiles.text("\n%%EOF\n");
    System.arraycopy(end, 0, atLimit, atLimit.length - end.length, end.length);
    assertThat(store(mine, "large.pdf", atLimit).isDone()).isTrue();
    Outcome<UUID> over = asTenant(() -> documents.store(mine, mine.party(), "M", "large.pdf", endless(limit + 1), null));
    assertThat(over.refusals()).extracting(Refusal::code).containsExactly("document_too_large");
    assertThat(over.refusals().getFirst().sentence().zh()).contains("20 MB");
  }

  @Test
  void an_upload_without_end_is_cut_off_at_the_limit() {
    Outcome<UUID> outcome = asTenant(() -> documents.store(mine, mine.party(), "M", "a.pdf", endless(Long.MAX_VALUE), null));
    assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly("document_too_large");
  }

  @Test
  void names_lose_folders_and_characters_that_deceive() {
    UUID id = store(mine, "..\\..\\C:\\合同\u202Efdp.exe\u0000\n\".pdf", RealFiles.pdf("x")).orThrow();
    assertThat(asTenant(() -> documents.readable(mine, id)).fileName()).isEqualTo("合同fdp.exe.pdf");
  }

  @Test
  void the_same_content_is_kept_once_however_often_and_at_once_it_comes() throws Exception {
    byte[] content = RealFiles.pdf("the same " + UUID.randomUUID());
    List<UUID> ids;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<UUID>> all = IntStream.range(0, 8).mapToObj(i -> pool.submit(() -> store(mine, i + ".pdf", content).orThrow())).toList();
      ids = all.stream().map(DocumentsTests::get).toList();
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().map(id -> asTenant(() -> documents.open(mine, id)).file()).distinct()).hasSize(1);
  }

  @Test
  void only_owner_uploader_auditor_and_those_a_room_names_may_read() {
    UUID id = store(mine, "a.pdf", RealFiles.pdf("secret")).orThrow();
    Actor colleague = new Actor(Ids.next(), "同事", Role.INSTITUTION, mine.party(), null, Set.of());
    Actor auditor = new Actor(Ids.next(), "审计", Role.AUDITOR, null, "AUDIT", Set.of());
    for (Actor a : List.of(mine, colleague, auditor)) {
      assertThat(asTenant(() -> documents.open(a, id)).document().id()).isEqualTo(id);
    }
    for (Actor a : List.of(other, official)) {
      assertThatThrownBy(() -> asTenant(() -> documents.open(a, id))).isInstanceOf(NotFoundException.class);
    }
    assertThatThrownBy(() -> Tenancy.call("elsewhere", () -> documents.open(mine, id))).isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> audit.of(id))).extracting(AuditRecord::act)
        .as("who opens another's paper is on record").containsExactly("document.stored", "document.opened");
  }

  @Test
  void nobody_fills_anothers_vault_or_attaches_what_he_may_not_read() {
    assertThatThrownBy(() -> asTenant(() -> documents.store(mine, other.party(), "M", "a.pdf", in(RealFiles.pdf("x")), null)))
        .isInstanceOf(ForbiddenException.class);
    UUID id = store(other, "a.pdf", RealFiles.pdf("x")).orThrow();
    assertThatThrownBy(() -> asTenant(() -> { documents.attach(mine, id, "application", Ids.next(), "M"); return 0; }))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void one_paper_serves_several_cases_and_expires_on_its_last_day() {
    LocalDate last = LocalDate.of(2025, 3, 3);
    UUID id = asTenant(() -> documents.store(mine, mine.party(), "qualification", "证书.pdf", in(RealFiles.pdf("cert")), last)).orThrow();
    UUID one = Ids.next();
    UUID two = Ids.next();
    asTenant(() -> {
      documents.attach(mine, id, "application", one, "qualification");
      documents.attach(mine, id, "application", one, "qualification");
      documents.attach(mine, id, "contract", two, "deliverable");
      return 0;
    });
    assertThat(asTenant(() -> documents.attachedTo("application", one))).singleElement().satisfies(d -> {
      assertThat(d.id()).isEqualTo(id);
      assertThat(d.validOn(last)).isTrue();
      assertThat(d.validOn(last.plusDays(1))).isFalse();
    });
    assertThat(asTenant(() -> documents.attachedTo("contract", two))).extracting(Document::materialCode).containsExactly("deliverable");
    assertThat(asTenant(() -> documents.vault(mine.partyOrThrow(), "qualification"))).extracting(Document::id).containsExactly(id);
    assertThat(asTenant(() -> documents.vault(mine.partyOrThrow(), "other"))).isEmpty();
    asTenant(() -> { documents.detach(mine, id, "application", one); return 0; });
    assertThat(asTenant(() -> documents.attachedTo("application", one))).isEmpty();
    assertThat(asTenant(() -> documents.vault(mine.partyOrThrow(), null))).hasSize(1);
  }

  @Test
  void what_nothing_refers_to_is_removed_and_what_is_in_use_is_not() throws IOException {
    UUID kept = store(mine, "a.pdf", RealFiles.pdf("kept " + UUID.randomUUID())).orThrow();
    UUID used = asTenant(() -> documents.store(official, null, "M", "b.pdf", in(RealFiles.pdf("used " + UUID.randomUUID())), null)).orThrow();
    UUID idle = asTenant(() -> documents.store(official, null, "M", "c.pdf", in(RealFiles.pdf("idle " + UUID.randomUUID())), null)).orThrow();
    asTenant(() -> { documents.attach(official, used, "report", Ids.next(), "M"); return 0; });
    Map<UUID, Path> files = new LinkedHashMap<>();
    for (UUID id : List.of(kept, used, idle)) {
      Actor who = id.equals(kept) ? mine : official;
      Path file = asTenant(() -> documents.open(who, id)).file();
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(90_000)));
      files.put(id, file);
    }
    LocalDate inTwoWeeks = LocalDate.now(clock).plusDays(14);
    inTransaction(() -> { unused.run(inTwoWeeks); return 0; });
    assertThat(files.get(kept)).exists();
    assertThat(files.get(used)).exists();
    assertThat(files.get(idle)).doesNotExist();
    assertThatThrownBy(() -> asTenant(() -> documents.readable(official, idle))).isInstanceOf(NotFoundException.class);
  }

  private Outcome<UUID> store(Actor who, String name, byte[] content) {
    return asTenant(() -> documents.store(who, who.party(), "M", name, in(content), null));
  }

  private static InputStream in(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  /** Random bytes after the head of a PDF. */
  private static InputStream endless(long length) {
    Random random = new Random(7);
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? random.nextInt(256) : -1;
      }

      @Override
      public int read(byte[] b, int off, int len) {
        if (left <= 0) return -1;
        int n = (int) Math.min(len, left);
        left -= n;
        return n;
      }
    };
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long incoming() throws IOException {
    Path folder = settings.home().resolve(TENANT).resolve("incoming");
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return files.count();
    }
  }
}
