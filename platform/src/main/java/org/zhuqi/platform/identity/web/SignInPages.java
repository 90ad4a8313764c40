package org.zhuqi.platform.identity.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.identity.DemoMode;
import org.zhuqi.platform.identity.DemoPersonas;
import org.zhuqi.platform.identity.Session;
import org.zhuqi.platform.identity.SessionContext;
import org.zhuqi.platform.identity.SignIn;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** In and out. */
@Controller
class SignInPages {
  private static final Set<String> NEVER_SHOWN = Set.of("password", "old", "fresh", "again", "legalRepId", "identityNumber");
  private final SignIn signIn;
  private final DemoMode demo;
  private final ObjectProvider<DemoPersonas> personas;

  SignInPages(SignIn signIn, DemoMode demo, ObjectProvider<DemoPersonas> personas) {
    this.signIn = signIn;
    this.demo = demo;
    this.personas = personas;
  }

  @GetMapping("/sign-in")
  @PreAuthorize("permitAll()")
  String form(@RequestParam(defaultValue = "/desk") String to, Model model) {
    return show(to, model);
  }

  private String show(String to, Model model) {
    List<DemoPersonas.Persona> offered = new ArrayList<>();
    if (demo.on()) personas.forEach(p -> offered.addAll(p.all()));
    model.addAttribute("to", inside(to));
    model.addAttribute("personas", offered);
    return "identity/signin";
  }

  @PostMapping("/sign-in")
  @PreAuthorize("permitAll()")
  @KeepsOwnKeys
  String enter(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "/desk") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (signIn.byPassword(login, password, request.getRemoteAddr())) {
      case Outcome.Done<String>(String token) -> {
        SessionContext.give(request, response, token);
        yield Pages.go(inside(to));
      }
      case Outcome.Refused<String> refused -> {
        show(to, model);
        yield Pages.refused("identity/signin", refused);
      }
    };
  }

  /** Only to a page of ours: a link that came from elsewhere must not lead away from here after signing in. */
  private static String inside(String to) {
    return to.startsWith("/") && !to.startsWith("//") && !to.contains("\\") && to.chars().noneMatch(Character::isISOControl)
        ? to
        : "/desk";
  }

  @PostMapping("/sign-out")
  @PreAuthorize("permitAll()")
  @KeepsOwnKeys
  String leave(@AuthenticationPrincipal @Nullable Session session, HttpServletRequest request, HttpServletResponse response) {
    if (session != null) signIn.end(session);
    SessionContext.give(request, response, null);
    return Pages.go("/sign-in");
  }

  @PostMapping("/account/role")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  @KeepsOwnKeys
  String actAs(@AuthenticationPrincipal Session session, @RequestParam Role role) {
    signIn.actAs(session, role);
    return Pages.go("/desk", "已切换身份：" + role.label().zh(), "Now acting as: " + role.label().en());
  }

  /** What was typed, when the session had ended before it was sent: sign in in another tab, then send it from here. */
  @RequestMapping("/sign-in/held")
  @PreAuthorize("permitAll()")
  @KeepsOwnKeys
  String held(HttpServletRequest request, Model model) {
    Object to = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (to == null) return Pages.go("/sign-in");
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    request.getParameterMap().forEach((name, values) -> {
      for (String value : values) if (!NEVER_SHOWN.contains(name)) fields.add(Map.entry(name, value));
    });
    boolean upload = String.valueOf(request.getContentType()).startsWith("multipart/");
    model.addAttribute("to", to.toString());
    model.addAttribute("fields", fields);
    model.addAttribute("upload", upload);
    return "identity/held";
  }
}
