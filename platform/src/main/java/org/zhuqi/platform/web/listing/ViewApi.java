package org.zhuqi.platform.web.listing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Answers;

/** Saved views for programs. */
@RestController
@RequestMapping("/api/v1/views")
@PreAuthorize("isAuthenticated()")
class ViewApi {
  private final SavedViews views;

  ViewApi(SavedViews views) {
    this.views = views;
  }

  /**
   * @param list the path of the list, such as {@code /contracts}
   * @param query filters and order, URL-encoded, such as {@code state=FILED&sort=-filed_on}
   */
  public record ViewBody(@Nullable String list, @Nullable String name, @Nullable String query) {}

  @GetMapping
  List<SavedView> all(Actor actor, @RequestParam(required = false) @Nullable String list) {
    return views.of(actor, list);
  }

  @PostMapping
  ResponseEntity<?> save(Actor actor, @RequestBody ViewBody body) {
    return Answers.created(
        views.save(actor, plain(body.list()), plain(body.name()), plain(body.query())), id -> "/api/v1/views/" + id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Actor actor, @PathVariable UUID id) {
    views.remove(actor, id);
  }

  private static String plain(@Nullable String value) {
    return value == null ? "" : value;
  }
}
