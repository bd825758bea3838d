package io.boto4j.local.ses;

import io.boto4j.Structure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates: {@code {{name}}}, {@code {{a.b}}}, and the blocks {@code if}, {@code unless},
 * {@code each} and {@code with}. As in SES, values are not escaped and a missing one is an error.
 */
final class Renderer {
  private static final Pattern TAG =
      Pattern.compile("\\{\\{\\{?~?\\s*(.*?)\\s*~?\\}?\\}\\}", Pattern.DOTALL);

  private final Matcher tags;
  private final String text;
  private int position;

  private Renderer(String text) {
    this.text = text;
    this.tags = TAG.matcher(text);
  }

  static String render(String text, Structure data) {
    StringBuilder out = new StringBuilder();
    new Renderer(text).block(new Scope(data, null, Map.of()), out, null);
    return out.toString();
  }

  /** Checks that the blocks of a template are closed. */
  static void check(@Nullable String text) {
    if (text != null) {
      new Renderer(text).block(null, null, null);
    }
  }

  /** What names are looked up in. */
  private record Scope(
      @Nullable Object value, @Nullable Scope outer, Map<String, Object> variables) {
    @Nullable Object find(String path) {
      if (path.startsWith("@")) {
        return variables.get(path);
      }
      if (path.startsWith("../")) {
        return outer == null ? null : outer.find(path.substring(3));
      }
      if (path.equals("this") || path.equals(".")) {
        return value;
      }
      @Nullable Object found = value;
      String rest = path.startsWith("this.") ? path.substring(5) : path;
      for (String name : rest.split("[./]", -1)) {
        found = found instanceof Map<?, ?> map ? map.get(name) : null;
      }
      return found;
    }
  }

  /**
   * Renders up to the end of a block. Without a scope, the text is only read.
   *
   * @return the tag that ended it: {@code else} or the closing one, or null at the end of the text
   */
  private @Nullable String block(
      @Nullable Scope scope, @Nullable StringBuilder out, @Nullable String open) {
    while (tags.find(position)) {
      if (out != null) {
        out.append(text, position, tags.start());
      }
      position = tags.end();
      String tag = Objects.requireNonNullElse(tags.group(1), "");
      if (tag.startsWith("#")) {
        section(tag.substring(1).trim(), scope, out);
      } else if (tag.startsWith("/") || tag.equals("else") || tag.startsWith("else ")) {
        if (open == null || (tag.startsWith("/") && !tag.substring(1).trim().equals(open))) {
          throw invalid("unexpected {{" + tag + "}}");
        }
        return tag;
      } else if (!tag.startsWith("!") && scope != null && out != null) {
        out.append(value(tag, scope));
      }
    }
    if (open != null) {
      throw invalid("{{#" + open + "}} is not closed");
    }
    if (out != null) {
      out.append(text, position, text.length());
    }
    return null;
  }

  private static RuntimeException invalid(String problem) {
    return SesErrors.of("InvalidTemplateException", "The template is invalid: " + problem);
  }

  private static String value(String path, Scope scope) {
    Object found = scope.find(path);
    if (found == null) {
      throw SesErrors.of(
          "MissingRenderingAttributeException",
          "Attribute '" + path + "' is not present in the rendering data.");
    }
    return found.toString();
  }

  private static boolean isTrue(@Nullable Object value) {
    return value != null
        && !Boolean.FALSE.equals(value)
        && !"".equals(value)
        && !(value instanceof Collection<?> several && several.isEmpty())
        && !(value instanceof Number number && number.doubleValue() == 0);
  }

  private void section(String tag, @Nullable Scope scope, @Nullable StringBuilder out) {
    int space = tag.indexOf(' ');
    String name = space < 0 ? tag : tag.substring(0, space);
    String path = space < 0 ? "" : tag.substring(space).trim();
    Object found = scope == null ? null : scope.find(path);
    switch (name) {
      case "if" -> branches(name, isTrue(found), scope, out);
      case "unless" -> branches(name, !isTrue(found), scope, out);
      case "with" -> branches(name, isTrue(found), new Scope(found, scope, Map.of()), out);
      case "each" -> each(found, scope, out);
      default -> throw invalid("unknown block {{#" + name + "}}");
    }
  }

  /** Renders the first of two branches whose condition is true. */
  private void branches(
      String name, boolean isTrue, @Nullable Scope scope, @Nullable StringBuilder out) {
    boolean done = isTrue;
    String end = block(isTrue ? scope : null, isTrue ? out : null, name);
    while (end != null && end.startsWith("else")) {
      boolean now = !done;
      if (end.startsWith("else if ")) {
        now = now && scope != null && isTrue(scope.find(end.substring(8).trim()));
      }
      done |= now;
      end = block(now ? scope : null, now ? out : null, name);
    }
  }

  private void each(@Nullable Object found, @Nullable Scope scope, @Nullable StringBuilder out) {
    int start = position;
    Map<Object, Object> items = new LinkedHashMap<>();
    if (found instanceof Collection<?> several) {
      for (Object item : several) {
        items.put(items.size(), item);
      }
    } else if (found instanceof Map<?, ?> map) {
      items.putAll(map);
    }
    int index = 0;
    for (Map.Entry<Object, Object> item : items.entrySet()) {
      position = start;
      Map<String, Object> variables =
          Map.of(
              "@index",
              index,
              "@key",
              item.getKey(),
              "@first",
              index == 0,
              "@last",
              index == items.size() - 1);
      String end = block(new Scope(item.getValue(), scope, variables), out, "each");
      if (end != null && end.equals("else")) {
        block(null, null, "each");
      }
      index++;
    }
    if (items.isEmpty()) {
      branches("each", false, scope, out);
    }
  }
}
