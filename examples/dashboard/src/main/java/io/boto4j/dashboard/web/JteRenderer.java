package io.boto4j.dashboard.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.HashMap;
import java.util.Map;

/** Renders jte's templates, which the build has compiled to classes. */
final class JteRenderer implements FileRenderer {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          JteRenderer.class.getClassLoader(),
          "io.boto4j.dashboard.template");

  @Override
  public String render(String template, Map<String, ?> model, Context ctx) {
    StringOutput page = new StringOutput();
    engine.render(template, new HashMap<>(model), page);
    return page.toString();
  }
}
