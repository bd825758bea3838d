package io.boto4j.local.ses;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Templates of e-mails. */
final class Templates {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String END = "\r\n";

  private final Documents templates;
  private final Clock clock;

  Templates(EngineContext context) {
    this.templates = new Documents(context.store().map("templates"));
    this.clock = context.clock();
  }

  void register(OperationTable table) {
    table.write("CreateTemplate", this::create);
    table.write("UpdateTemplate", this::update);
    table.write("DeleteTemplate", this::delete);
    table.read("GetTemplate", this::get);
    table.read("ListTemplates", this::list);
    table.read("TestRenderTemplate", this::testRender);
  }

  Structure require(@Nullable String name) {
    Structure template = templates.find(name);
    if (template == null) {
      throw SesErrors.noTemplate(String.valueOf(name));
    }
    return template;
  }

  private static Structure given(EngineCall call) {
    Structure template = call.input().map("Template");
    String subject = template.text("SubjectPart");
    if (subject == null || subject.isEmpty()) {
      throw SesErrors.invalid("The subject must be specified.");
    }
    for (String part : List.of("SubjectPart", "TextPart", "HtmlPart")) {
      Renderer.check(template.text(part));
    }
    return template;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure template = given(call);
    String name = String.valueOf(template.text("TemplateName"));
    if (templates.find(name) != null) {
      throw SesErrors.of(
          "AlreadyExistsException", "Template " + name + " already exists for account");
    }
    templates.put(name, Params.copyOf(template).with("Created", clock.instant()));
    return Map.of();
  }

  private Map<String, ?> update(EngineCall call) {
    Structure template = given(call);
    String name = String.valueOf(template.text("TemplateName"));
    Structure before = require(name);
    templates.put(name, Params.copyOf(template).with("Created", before.instant("Created")));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    templates.remove(call.input().text("TemplateName"));
    return Map.of();
  }

  private Map<String, ?> get(EngineCall call) {
    Structure template = require(call.input().text("TemplateName"));
    return Params.of("Template", Params.copyOf(template).without("Created"));
  }

  private Map<String, ?> list(EngineCall call) {
    List<Structure> all = new ArrayList<>(templates.all());
    all.sort(
        Comparator.comparing(
            (Structure each) ->
                Objects.requireNonNullElse(each.instant("Created"), clock.instant())));
    List<Params> found = new ArrayList<>();
    for (Structure each : all) {
      found.add(
          Params.of(
              "Name", each.text("TemplateName"), "CreatedTimestamp", each.instant("Created")));
    }
    return Documents.page(call.input(), "TemplatesMetadata", found, 10);
  }

  /** Reads the data of a template. */
  static Structure data(@Nullable String json) {
    try {
      return Json.read(json == null ? "{}" : json, Structure.class);
    } catch (IllegalArgumentException e) {
      throw SesErrors.of(
          "InvalidRenderingParameterException", "Template rendering data is invalid");
    }
  }

  /**
   * Renders all parts of a template.
   *
   * @throws EngineException if an attribute is missing
   */
  static Params render(Structure template, Structure data) {
    Params rendered = Params.of();
    for (String part : List.of("SubjectPart", "TextPart", "HtmlPart")) {
      String text = template.text(part);
      if (text != null) {
        rendered = rendered.with(part, Renderer.render(text, data));
      }
    }
    return rendered;
  }

  private Map<String, ?> testRender(EngineCall call) {
    Structure template = require(call.input().text("TemplateName"));
    Params parts = render(template, data(call.input().text("TemplateData")));
    String boundary = "----=_Part_" + UUID.randomUUID();
    StringBuilder text = new StringBuilder();
    text.append("Date: ").append(DATE.format(clock.instant())).append(END);
    text.append("Subject: ").append(parts.get("SubjectPart")).append(END);
    text.append("MIME-Version: 1.0").append(END);
    text.append("Content-Type: multipart/alternative; boundary=\"").append(boundary).append('"');
    text.append(END).append(END);
    part(text, boundary, "text/plain", parts.get("TextPart"));
    part(text, boundary, "text/html", parts.get("HtmlPart"));
    text.append("--").append(boundary).append("--").append(END);
    return Params.of("RenderedTemplate", text.toString());
  }

  private static void part(
      StringBuilder text, String boundary, String type, @Nullable Object content) {
    if (content != null) {
      text.append("--").append(boundary).append(END);
      text.append("Content-Type: ").append(type).append("; charset=UTF-8").append(END);
      text.append("Content-Transfer-Encoding: 7bit").append(END).append(END);
      text.append(content).append(END);
    }
  }
}
