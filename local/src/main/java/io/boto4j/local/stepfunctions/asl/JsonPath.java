package io.boto4j.local.stepfunctions.asl;

import io.boto4j.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath: members, indexes, slices, unions, wildcards, descents, and filters that compare one
 * member.
 */
public final class JsonPath {
  private static final Pattern FILTER =
      Pattern.compile("\\(?\\s*@([^=!<>\\s)]*)\\s*(?:(==|!=|<=|>=|<|>)\\s*(.+?)\\s*)?\\)?");

  private final String text;
  private int position;
  private boolean isDefinite = true;

  private JsonPath(String text) {
    this.text = text;
  }

  /**
   * Reads what a path leads to.
   *
   * @param root the document
   * @param path the path, which begins with {@code $}
   * @return the value, or a list of all values if the path may lead to several
   * @throws Failure if there is no such value
   */
  public static @Nullable Object read(@Nullable Object root, String path) {
    JsonPath reader = new JsonPath(path);
    List<@Nullable Object> found = reader.find(root);
    if (!reader.isDefinite) {
      return found;
    }
    if (found.isEmpty()) {
      throw Failure.runtime("The JSONPath '" + path + "' could not be found in the input");
    }
    return found.get(0);
  }

  /**
   * Whether a path leads to a value.
   *
   * @param root the document
   * @param path the path
   * @return whether there is one
   */
  public static boolean isPresent(@Nullable Object root, String path) {
    return !new JsonPath(path).find(root).isEmpty();
  }

  /**
   * Puts a value where a path leads.
   *
   * @param root the document
   * @param path the path, of members only
   * @param value the value
   * @return the changed copy of the document
   * @throws Failure if something on the way is not an object
   */
  public static @Nullable Object put(@Nullable Object root, String path, @Nullable Object value) {
    List<String> names = names(path);
    return put(root, names, 0, value, path);
  }

  private static @Nullable Object put(
      @Nullable Object node, List<String> names, int index, @Nullable Object value, String path) {
    if (index == names.size()) {
      return value;
    }
    if (node != null && !(node instanceof Map<?, ?>)) {
      throw new Failure(
          "States.ResultPathMatchFailure",
          "Unable to apply step \""
              + names.get(index)
              + "\" of the ResultPath '"
              + path
              + "' to the input");
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, each) -> copy.put(String.valueOf(name), each));
    }
    String name = names.get(index);
    copy.put(name, put(copy.get(name), names, index + 1, value, path));
    return copy;
  }

  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    JsonPath reader = new JsonPath(path);
    reader.position = 1;
    while (reader.position < path.length()) {
      names.add(reader.step());
    }
    return names;
  }

  private Failure invalid() {
    return Failure.runtime("Invalid path '" + text + "'");
  }

  /** Reads {@code .name} or {@code ['name']} and returns the name. */
  private String step() {
    if (text.charAt(position) == '[') {
      String inside = brackets();
      return unquoted(inside);
    }
    if (text.charAt(position) != '.') {
      throw invalid();
    }
    position++;
    return name();
  }

  private String name() {
    int from = position;
    while (position < text.length() && ".[".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    if (from == position) {
      throw invalid();
    }
    return text.substring(from, position);
  }

  /** Reads up to the bracket that closes, and returns what is inside. */
  private String brackets() {
    int from = ++position;
    int depth = 1;
    char quote = 0;
    for (; position < text.length(); position++) {
      char c = text.charAt(position);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return text.substring(from, position++).trim();
      }
    }
    throw invalid();
  }

  private static String unquoted(String text) {
    boolean isQuoted =
        text.length() >= 2
            && "'\"".indexOf(text.charAt(0)) >= 0
            && text.endsWith(text.substring(0, 1));
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  private List<@Nullable Object> find(@Nullable Object root) {
    if (!text.startsWith("$")) {
      throw invalid();
    }
    List<@Nullable Object> nodes = new ArrayList<>();
    nodes.add(root);
    position = 1;
    while (position < text.length()) {
      nodes = next(nodes);
    }
    return nodes;
  }

  private List<@Nullable Object> next(List<@Nullable Object> nodes) {
    if (text.startsWith("..", position)) {
      isDefinite = false;
      position += 2;
      List<@Nullable Object> all = new ArrayList<>();
      nodes.forEach(node -> descend(node, all));
      if (position < text.length() && text.charAt(position) == '[') {
        return select(all, brackets());
      }
      String name = name();
      return name.equals("*") ? children(all) : member(all, name);
    }
    if (text.charAt(position) == '[') {
      return select(nodes, brackets());
    }
    if (text.charAt(position) != '.') {
      throw invalid();
    }
    position++;
    String name = name();
    if (name.equals("*")) {
      isDefinite = false;
      return children(nodes);
    }
    return member(nodes, name);
  }

  private static void descend(@Nullable Object node, List<@Nullable Object> all) {
    all.add(node);
    if (node instanceof Map<?, ?> map) {
      map.values().forEach(each -> descend(each, all));
    } else if (node instanceof Collection<?> list) {
      list.forEach(each -> descend(each, all));
    }
  }

  private static List<@Nullable Object> children(List<@Nullable Object> nodes) {
    List<@Nullable Object> found = new ArrayList<>();
    for (Object node : nodes) {
      if (node instanceof Map<?, ?> map) {
        found.addAll(map.values());
      } else if (node instanceof Collection<?> list) {
        found.addAll(list);
      }
    }
    return found;
  }

  private static List<@Nullable Object> member(List<@Nullable Object> nodes, String name) {
    List<@Nullable Object> found = new ArrayList<>();
    for (Object node : nodes) {
      if (node instanceof Map<?, ?> map && map.containsKey(name)) {
        found.add(map.get(name));
      }
    }
    return found;
  }

  private List<@Nullable Object> select(List<@Nullable Object> nodes, String inside) {
    if (inside.equals("*")) {
      isDefinite = false;
      return children(nodes);
    }
    if (inside.startsWith("?")) {
      isDefinite = false;
      return filter(nodes, inside.substring(1).trim());
    }
    if (inside.startsWith("'") || inside.startsWith("\"")) {
      return member(nodes, unquoted(inside));
    }
    List<@Nullable Object> found = new ArrayList<>();
    boolean several = inside.contains(":") || inside.contains(",");
    isDefinite &= !several;
    for (Object node : nodes) {
      if (node instanceof List<?> list) {
        for (int index : indexes(inside, list.size())) {
          if (index >= 0 && index < list.size()) {
            found.add(list.get(index));
          }
        }
      }
    }
    return found;
  }

  private List<Integer> indexes(String inside, int size) {
    List<Integer> indexes = new ArrayList<>();
    try {
      if (inside.contains(":")) {
        String[] parts = inside.split(":", -1);
        int from = parts[0].isBlank() ? 0 : index(parts[0], size);
        int to = parts[1].isBlank() ? size : index(parts[1], size);
        int by = parts.length > 2 && !parts[2].isBlank() ? Integer.parseInt(parts[2].trim()) : 1;
        for (int i = Math.max(0, from); i < Math.min(size, to) && by > 0; i += by) {
          indexes.add(i);
        }
      } else {
        for (String part : inside.split(",", -1)) {
          indexes.add(index(part, size));
        }
      }
    } catch (NumberFormatException e) {
      throw invalid();
    }
    return indexes;
  }

  private static int index(String text, int size) {
    int index = Integer.parseInt(text.trim());
    return index < 0 ? index + size : index;
  }

  /** A filter such as {@code (@.price < 10)} or {@code (@.name)}. */
  private List<@Nullable Object> filter(List<@Nullable Object> nodes, String expression) {
    Matcher matcher = FILTER.matcher(expression);
    if (!matcher.matches()) {
      throw invalid();
    }
    String path = "$" + Objects.requireNonNullElse(matcher.group(1), "");
    String operator = matcher.group(2);
    String right = Objects.requireNonNullElse(matcher.group(3), "");
    List<@Nullable Object> found = new ArrayList<>();
    for (Object node : children(nodes)) {
      if (isPresent(node, path)
          && (operator == null || holds(read(node, path), operator, literal(right)))) {
        found.add(node);
      }
    }
    return found;
  }

  private @Nullable Object literal(String text) {
    if (text.startsWith("'") || text.startsWith("\"")) {
      return unquoted(text);
    }
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static boolean holds(@Nullable Object left, String operator, @Nullable Object right) {
    Integer order =
        left instanceof Number a && right instanceof Number b
            ? (Integer) Double.compare(a.doubleValue(), b.doubleValue())
            : left instanceof String a && right instanceof String b
                ? (Integer) a.compareTo(b)
                : null;
    boolean equal = order == null ? Objects.equals(left, right) : order == 0;
    return switch (operator) {
      case "==" -> equal;
      case "!=" -> !equal;
      case "<" -> order != null && order < 0;
      case "<=" -> order != null && order <= 0;
      case ">" -> order != null && order > 0;
      case ">=" -> order != null && order >= 0;
      default -> false;
    };
  }
}
