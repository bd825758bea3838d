package io.boto4j.local.ec2;

import io.boto4j.Structure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list: for each name the expression that finds in a resource what is compared.
 * The filters of tags are always there.
 */
final class Filters {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Map<String, String> expressions = new LinkedHashMap<>();

  Filters() {
    on("tag-key", "Tags[].Key");
    on("tag-value", "Tags[].Value");
  }

  /**
   * Adds a filter.
   *
   * @param name the name, such as {@code vpc-id}
   * @param expression a JMESPath expression on the resource
   */
  Filters on(String name, String expression) {
    expressions.put(name, expression);
    return this;
  }

  /** Returns the resources that match all filters of an input. */
  List<Structure> apply(Structure input, List<Structure> resources) {
    List<Structure> left = resources;
    for (Structure filter : input.structures("Filters")) {
      String name = String.valueOf(filter.text("Name"));
      String expression = expressions.get(name);
      boolean isTag = name.startsWith("tag:");
      if (expression == null && !isTag) {
        throw Ec2Errors.invalidValue("The filter '" + name + "' is invalid");
      }
      Pattern wanted = pattern(filter.texts("Values"));
      left =
          left.stream()
              .filter(
                  each ->
                      values(each, expression, name).stream()
                          .anyMatch(value -> wanted.matcher(value).matches()))
              .toList();
    }
    return left;
  }

  private static List<String> values(Structure resource, @Nullable String expression, String name) {
    List<String> values = new ArrayList<>();
    if (expression == null) {
      String key = name.substring("tag:".length());
      for (Structure tag : resource.structures("Tags")) {
        if (key.equals(tag.text("Key"))) {
          values.add(String.valueOf(tag.text("Value")));
        }
      }
      return values;
    }
    collect(resource.search(expression), values);
    return values;
  }

  private static void collect(@Nullable Object found, List<String> values) {
    if (found instanceof Collection<?> several) {
      several.forEach(each -> collect(each, values));
    } else if (found instanceof Instant instant) {
      values.add(TIME.format(instant));
    } else if (found != null) {
      values.add(found.toString());
    }
  }

  /** Values may have {@code *} for any text and {@code ?} for any character. */
  static Pattern pattern(List<String> values) {
    StringBuilder pattern = new StringBuilder();
    for (String value : values) {
      pattern.append(pattern.isEmpty() ? "" : "|");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\\' && i + 1 < value.length()) {
          i++;
          pattern.append(Pattern.quote(value.substring(i, i + 1)));
        } else {
          pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}
