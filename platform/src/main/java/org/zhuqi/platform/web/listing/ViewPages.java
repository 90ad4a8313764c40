package org.zhuqi.platform.web.listing;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Pages;

/** Saving and removing a view: both lead back to the list that they were done on. */
@Controller
class ViewPages {
  private final SavedViews views;

  ViewPages(SavedViews views) {
    this.views = views;
  }

  @PostMapping("/views")
  @PreAuthorize("isAuthenticated()")
  String save(Actor actor, @RequestParam String list, @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "") String name) {
    UUID id = views.save(actor, list, name, query).orThrow();
    return Pages.go(new SavedView(id, list, name, query).link(), "视图已保存，列在筛选条件上方", "View saved; it stands above the filter");
  }

  @PostMapping("/views/{id}/remove")
  @PreAuthorize("isAuthenticated()")
  String remove(Actor actor, @PathVariable UUID id) {
    String list = views.of(actor, null).stream().filter(v -> v.id().equals(id)).map(SavedView::list).findFirst().orElse("/desk");
    views.remove(actor, id);
    return Pages.go(list, "视图已删除", "View removed");
  }
}
