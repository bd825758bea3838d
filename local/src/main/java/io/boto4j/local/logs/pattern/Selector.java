package io.boto4j.local.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way to a member of a JSON document, such as {@code $.requests[0].size}.
 *
 * @param text the selector as it was written
 * @param steps the names, and numbers or {@code *} in brackets
 */
record Selector(String text, List<String> steps) {
  private static final String STOPS = " \t\n.[=!<>)&|";
  private static final String INDEX = "[";

  static Selector read(Scanner scanner) {
    scanner.skipSpaces();
    if (!scanner.accept("$")) {
      throw new IllegalArgumentException("A selector begins with $");
    }
    StringBuilder text = new StringBuilder("$");
    List<String> steps = new ArrayList<>();
    while (true) {
      // A point before a bracket may be left out.
      if (scanner.accept(".") && scanner.peek() != '[') {
        String name = scanner.word(STOPS);
        steps.add(name);
        text.append('.').append(name);
      } else if (scanner.accept("[")) {
        if (scanner.peek() == '"') {
          String name = scanner.quoted();
          steps.add(name);
          text.append("[\"").append(name).append("\"]");
        } else {
          String index = scanner.word("]");
          steps.add(INDEX + index);
          text.append('[').append(index).append(']');
        }
        scanner.expect("]");
      } else {
        return new Selector(text.toString(), List.copyOf(steps));
      }
    }
  }

  /** The values at the place: none if there is none, several if the selector has an asterisk. */
  List<@Nullable Object> find(@Nullable Object document) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(document);
    for (String step : steps) {
      List<@Nullable Object> next = new ArrayList<>();
      for (Object value : values) {
        step(step, value, next);
      }
      values = next;
    }
    return values;
  }

  private static void step(String step, @Nullable Object value, List<@Nullable Object> found) {
    if (step.startsWith(INDEX)) {
      if (!(value instanceof List<?> list)) {
        return;
      }
      String index = step.substring(1);
      if (index.equals("*")) {
        found.addAll(list);
      } else if (index.matches("\\d{1,6}") && Integer.parseInt(index) < list.size()) {
        found.add(list.get(Integer.parseInt(index)));
      }
      return;
    }
    if (value instanceof Map<?, ?> map) {
      if (step.equals("*")) {
        found.addAll(map.values());
      } else if (map.containsKey(step)) {
        found.add(map.get(step));
      }
    }
  }
}
