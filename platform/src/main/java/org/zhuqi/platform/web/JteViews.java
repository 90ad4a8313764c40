package org.zhuqi.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Templates compiled by the build: what does not compile does not ship. Each gets {@code p}. */
@Component(JteViews.NAME)
class JteViews implements ViewResolver, Ordered {
  static final String NAME = "jteViews";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, JteViews.class.getClassLoader(), "org.zhuqi.pages");
  private final Shell shell;

  JteViews(Shell shell) {
    this.shell = shell;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    return templates.hasTemplate(name + ".jte") ? new JteView(name + ".jte") : null;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 10;
  }

  private final class JteView implements View {
    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      Map<String, Object> all = new HashMap<>(model == null ? Map.of() : model);
      all.put("p", new Page(shell, request));
      // Rendered whole before a byte leaves: an error in a template is an error page, not half a page.
      Utf8ByteOutput output = new Utf8ByteOutput();
      templates.render(template, all, output);
      if (Said.read(request) != null) Said.clear(response);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
