package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.Structure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The input of a target: the event, a part of it, a constant, or a template filled from it. */
final class InputTransformer {
  private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9._-]+)>");

  private InputTransformer() {}

  /**
   * Returns the input of a target.
   *
   * @param target the target
   * @param rule the rule
   * @param event the event
   * @param time when the event came in
   * @return the text for the target
   */
  static String input(Structure target, Structure rule, Map<?, ?> event, Instant time) {
    String constant = target.text("Input");
    if (constant != null && !constant.isEmpty()) {
      return constant;
    }
    String path = target.text("InputPath");
    if (path != null && !path.isEmpty()) {
      return Json.write(JsonPath.read(path, event));
    }
    Structure transformer = target.structure("InputTransformer");
    if (transformer == null) {
      return Json.write(event);
    }
    Map<String, @Nullable Object> variables = new HashMap<>();
    transformer
        .map("InputPathsMap")
        .forEach((name, each) -> variables.put(name, JsonPath.read(String.valueOf(each), event)));
    variables.put("aws.events.rule-arn", Names.text(rule, "Arn"));
    variables.put("aws.events.rule-name", Names.text(rule, "Name"));
    variables.put("aws.events.event.ingestion-time", time.toString());
    variables.put("aws.events.event", event);
    variables.put("aws.events.event.json", event);
    return fill(Names.text(transformer, "InputTemplate"), variables);
  }

  /**
   * Fills a template. Inside quotes a value is text; outside, in a JSON template, it is JSON; in a
   * template of plain text it is text.
   */
  private static String fill(String template, Map<String, @Nullable Object> variables) {
    String trimmed = template.strip();
    boolean json = trimmed.startsWith("{") || trimmed.startsWith("[");
    StringBuilder filled = new StringBuilder();
    Matcher variable = VARIABLE.matcher(template);
    int end = 0;
    boolean quoted = false;
    while (variable.find()) {
      quoted ^= hasOddQuotes(template, end, variable.start());
      filled.append(template.substring(end, variable.start()));
      end = variable.end();
      if (!variables.containsKey(variable.group(1))) {
        filled.append(variable.group());
        continue;
      }
      Object value = variables.get(variable.group(1));
      if (quoted) {
        String text = Json.write(value instanceof String ? value : text(value));
        filled.append(text, 1, text.length() - 1);
      } else {
        filled.append(json ? Json.write(value) : text(value));
      }
    }
    return filled.append(template.substring(end)).toString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value instanceof String text ? text : Json.write(value);
  }

  private static boolean hasOddQuotes(String template, int from, int to) {
    boolean odd = false;
    for (int i = from; i < to; i++) {
      if (template.charAt(i) == '\\') {
        i++;
      } else if (template.charAt(i) == '"') {
        odd = !odd;
      }
    }
    return odd;
  }
}
