package org.zhuqi.platform.decisions.web;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Validate;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Names;
import org.zhuqi.platform.web.NavItem;

/** The measures, for everybody: what the system does on which article, and how it reads where the text is silent. */
@Controller
class MeasurePages {
  private final Measures measures;
  private final Decisions decisions;
  private final Names names;
  private final Clock clock;

  MeasurePages(Measures measures, Decisions decisions, Names names, Clock clock) {
    this.names = names;
    this.measures = measures;
    this.decisions = decisions;
    this.clock = clock;
  }

  @GetMapping("/measures")
  @PreAuthorize("permitAll()")
  String all(Model model) {
    Map<String, Pack> latest = new LinkedHashMap<>();
    measures.all().forEach(p -> latest.put(p.code(), p));
    model.addAttribute("measures", latest.values().stream().map(this::shown).toList());
    return "decisions/measures";
  }

  @GetMapping("/measures/{code}")
  @PreAuthorize("permitAll()")
  String one(@PathVariable String code, @RequestParam(required = false) @Nullable String version, Model model) {
    Pack pack =
        (version == null
                ? measures.inForce(code, LocalDate.now(clock)).or(() -> measures.latest(code))
                : measures.version(code, version))
            .orElseThrow(() -> new NotFoundException("measure " + code));
    model.addAttribute("measure", shown(pack));
    model.addAttribute("versions", measures.all().stream().filter(p -> p.code().equals(code)).map(Pack::version).toList());
    model.addAttribute("decided", decisions.count(code, pack.version()));
    return "decisions/measure";
  }

  /** For officials, who can have a reading changed: every reading, and what the linter says. */
  @GetMapping("/measures/readings")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR','ADMIN')")
  String readings(Model model) {
    var out = new ByteArrayOutputStream();
    Validate.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    model.addAttribute("measures", measures.all().stream().map(this::shown).toList());
    model.addAttribute("linter", out.toString(StandardCharsets.UTF_8).lines().filter(l -> !l.contains("reading:") && !l.contains("reading of")).toList());
    return "decisions/readings";
  }

  private ShownMeasure shown(Pack pack) {
    LocalDate today = LocalDate.now(clock);
    Badge state =
        pack.isInForce(today)
            ? Badge.good("施行中", "In force")
            : today.isBefore(pack.inForceFrom()) ? Badge.waiting("尚未施行", "Not yet in force") : Badge.off("已失效", "No longer in force");
    return new ShownMeasure(
        pack,
        state,
        Words.stage(pack.stage()),
        pack.articles().stream()
            .sorted(Comparator.comparingInt(Pack.Article::number))
            .map(a -> new ShownMeasure.Article(heading(a.citation()), a.provisions().stream().map(p -> line(pack, p)).toList()))
            .toList());
  }

  /** Of the whole article: 第四条第一款 stands in 第四条, Art. 4(1) in Art. 4. */
  private static Text heading(Text citation) {
    return new Text(citation.zh().replaceFirst("(条).*", "$1"), citation.en().replaceFirst("(\\d+).*", "$1"));
  }

  private ShownMeasure.Line line(Pack pack, Provision p) {
    return new ShownMeasure.Line(p, Words.mode(p.mode()), Figures.of(pack, p, names));
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem measuresNav() {
      return NavItem.open("办法", "Measures", "/measures", 40);
    }

    @Bean
    NavItem decisionsNav() {
      return NavItem.of("决定", "Decisions", "/decisions", 780, Role.CENTRE, Role.BUREAU, Role.AUDITOR);
    }

    @Bean
    NavItem readingsNav() {
      return NavItem.of("条款解读", "Readings", "/measures/readings", 790, Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.AUDITOR, Role.ADMIN);
    }
  }
}
