package org.zhuqi.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.identity.Registration;
import org.zhuqi.platform.identity.SessionContext;
import org.zhuqi.platform.identity.SignIn;
import org.zhuqi.platform.parties.PartyForm;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** A party comes to the platform: public. */
@Controller
class RegisterPages {
  private final Registration registration;
  private final SignIn signIn;
  private final PartyForm form;

  RegisterPages(Registration registration, SignIn signIn, PartyForm form) {
    this.registration = registration;
    this.signIn = signIn;
    this.form = form;
  }

  @GetMapping("/register")
  @PreAuthorize("permitAll()")
  String form(Model model) {
    model.addAttribute("form", form);
    return "identity/register";
  }

  @PostMapping("/register")
  @PreAuthorize("permitAll()")
  String register(
      Fields fields,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    RegisterParty party = form.read(fields);
    String login = request.getParameter("login") == null ? "" : request.getParameter("login");
    fields.mustBeChecked("truth", "请确认所填内容真实。", "Confirm that what you state is true.");
    if (!password.equals(again)) fields.refuse("again", "password_again", "两次输入的密码不一致。", "The password was not typed the same twice.");
    List<Refusal> wrong = both(fields, registration.problems(party, login, password));
    Outcome<Registration.Registered> outcome =
        wrong.isEmpty() ? registration.register(party, login, password, request.getRemoteAddr()) : Outcome.refused(wrong);
    return switch (outcome) {
      case Outcome.Done<Registration.Registered>(var registered) -> {
        SessionContext.give(request, response, signIn.first(registered));
        yield Pages.go("/party", "注册成功。请核对本单位信息；服务中心核验证照后，即完成认证。",
            "Registered. Check what is kept of your body; it is authenticated once the centre has seen its licence.");
      }
      case Outcome.Refused<Registration.Registered> refused -> {
        model.addAttribute("form", form);
        yield Pages.refused("identity/register", refused);
      }
    };
  }

  /** What the fields and what the rules have against it, once per field. */
  private static List<Refusal> both(Fields fields, List<Refusal> rules) {
    Map<String, Refusal> first = new LinkedHashMap<>();
    Stream.concat(rules.stream(), fields.refusals().stream()).forEach(r -> first.putIfAbsent(String.valueOf(r.field()), r));
    return List.copyOf(first.values());
  }
}
