package io.boto4j.local.logs.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the fields of a message that are divided by spaces, such as {@code [ip, user, ...,
 * status = 4*, bytes > 1000]}. A text in brackets or quotation marks is one field.
 */
final class FieldFilter implements FilterPattern {
  private static final String STOPS = " \t\n&|,";
  private static final String REST = "...";

  private final List<Field> fields = new ArrayList<>();

  /** A field, with its name or number and its condition. */
  private record Field(String name, Predicate<String> condition) {}

  private FieldFilter() {}

  static FieldFilter of(String text) {
    FieldFilter filter = new FieldFilter();
    if (text.isBlank()) {
      return filter;
    }
    for (String part : parts(text)) {
      filter.fields.add(field(part.strip(), filter.fields.size() + 1));
    }
    return filter;
  }

  /** Divides at commas that are not in quotation marks. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static Field field(String text, int number) {
    if (text.equals(REST)) {
      return new Field(REST, value -> true);
    }
    if (text.isEmpty()) {
      return new Field(String.valueOf(number), value -> true);
    }
    Scanner scanner = new Scanner(text);
    String name = scanner.word(" \t=!<>");
    if (!scanner.skipSpaces()) {
      return new Field(name, value -> true);
    }
    return new Field(name, or(new Scanner(text)));
  }

  private static Predicate<String> or(Scanner scanner) {
    Predicate<String> left = and(scanner);
    while (scanner.skipSpaces() && scanner.accept("||")) {
      left = left.or(and(scanner));
    }
    if (!scanner.isEnd()) {
      throw new IllegalArgumentException("The condition goes on after its end");
    }
    return left;
  }

  private static Predicate<String> and(Scanner scanner) {
    Predicate<String> left = comparison(scanner);
    while (scanner.skipSpaces() && scanner.accept("&&")) {
      left = left.and(comparison(scanner));
    }
    return left;
  }

  private static Predicate<String> comparison(Scanner scanner) {
    scanner.skipSpaces();
    scanner.word(" \t=!<>");
    return Comparison.read(scanner, STOPS)::test;
  }

  @Override
  public @Nullable Map<String, String> match(String message) {
    List<String> values = values(message);
    int rest = -1;
    for (int i = 0; i < fields.size(); i++) {
      rest = fields.get(i).name().equals(REST) ? i : rest;
    }
    if (fields.isEmpty()) {
      return numbered(values);
    }
    if (rest < 0 ? values.size() != fields.size() : values.size() < fields.size() - 1) {
      return null;
    }
    Map<String, String> found = new LinkedHashMap<>();
    int skipped = values.size() - fields.size();
    for (int i = 0; i < fields.size(); i++) {
      if (i == rest) {
        for (int j = i; j <= i + skipped; j++) {
          found.put("$" + (j + 1), values.get(j));
        }
        continue;
      }
      Field field = fields.get(i);
      String value = values.get(rest >= 0 && i > rest ? i + skipped : i);
      if (!field.condition().test(value)) {
        return null;
      }
      found.put("$" + field.name(), value);
    }
    return found;
  }

  private static Map<String, String> numbered(List<String> values) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      found.put("$" + (i + 1), values.get(i));
    }
    return found;
  }

  private static List<String> values(String message) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at < message.length()) {
      char c = message.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      char close = c == '[' ? ']' : c == '"' ? '"' : ' ';
      int start = close == ' ' ? at : at + 1;
      int end = message.indexOf(close, start);
      if (end < 0) {
        end = message.length();
      }
      values.add(message.substring(start, end).stripTrailing());
      at = end + 1;
    }
    return values;
  }
}
