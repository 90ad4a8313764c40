package org.zhuqi.platform.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.identity.DemoMode;
import org.zhuqi.platform.identity.Setup;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** The first administrator, for programs that set an installation up; like its page, not there once there is one. */
@RestController
@Tag(name = "identity")
class SetupApi {
  private final Setup setup;
  private final DemoMode demo;

  SetupApi(Setup setup, DemoMode demo) {
    this.setup = setup;
    this.demo = demo;
  }

  /** @param token printed at start, good for one use */
  record FirstAdministrator(
      @Nullable String token, @Nullable String login, @Nullable String name, @Nullable String agency, @Nullable String password) {}

  @PostMapping("/api/v1/setup")
  @PreAuthorize("permitAll()")
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Open the first administrator's account by the token that was printed at start")
  Map<String, UUID> firstAdministrator(@RequestBody FirstAdministrator b) {
    if (demo.on() || !setup.isOpen()) throw new NotFoundException("setup is over");
    var opened = setup.firstAdministrator(text(b.token()), text(b.login()), text(b.name()), text(b.agency()), text(b.password())).orThrow();
    return Map.of("account", opened.id());
  }

  private static String text(@Nullable String given) {
    return Objects.requireNonNullElse(given, "");
  }
}
