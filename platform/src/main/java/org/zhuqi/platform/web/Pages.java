package org.zhuqi.platform.web;

import java.util.List;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** How a page's controller answers. To be called on the thread of the request. */
public final class Pages {
  static final String REFUSALS = Pages.class.getName() + ".refusals";

  private Pages() {}

  /** Goes to another page, which says once what has been done. */
  public static String go(String path, String zh, String en) {
    var response = attributes().getResponse();
    if (response != null) Said.write(response, new Text(zh, en));
    return go(path);
  }

  public static String go(String path) {
    return "redirect:" + path;
  }

  /**
   * The same form again: the refusals on top and at their fields, everything that was typed kept, status 422.
   *
   * @param view the template of the form; the caller adds what else that template needs to its model
   */
  public static String refused(String view, List<Refusal> refusals) {
    attributes().getRequest().setAttribute(REFUSALS, refusals);
    var response = attributes().getResponse();
    if (response != null) response.setStatus(422);
    return view;
  }

  public static String refused(String view, Outcome<?> outcome) {
    return refused(view, outcome.refusals());
  }

  private static ServletRequestAttributes attributes() {
    return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
  }
}
