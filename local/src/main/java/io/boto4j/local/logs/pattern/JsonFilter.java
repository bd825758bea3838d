package io.boto4j.local.logs.pattern;

import io.boto4j.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions on the members of a JSON message, such as {@code { $.a = "x" && $.b > 3 }}. */
final class JsonFilter implements FilterPattern {
  private static final String STOPS = " \t\n)&|";

  private final Node root;
  private final List<Selector> selectors = new ArrayList<>();

  /** A condition on a document. */
  private interface Node {
    boolean test(@Nullable Object document);
  }

  private JsonFilter(String text) {
    Scanner scanner = new Scanner(text);
    this.root = or(scanner);
    if (scanner.skipSpaces()) {
      throw new IllegalArgumentException("The pattern goes on after its end: " + text);
    }
  }

  static JsonFilter of(String text) {
    return new JsonFilter(text);
  }

  private Node or(Scanner scanner) {
    Node left = and(scanner);
    while (scanner.skipSpaces() && scanner.accept("||")) {
      Node first = left;
      Node second = and(scanner);
      left = document -> first.test(document) || second.test(document);
    }
    return left;
  }

  private Node and(Scanner scanner) {
    Node left = condition(scanner);
    while (scanner.skipSpaces() && scanner.accept("&&")) {
      Node first = left;
      Node second = condition(scanner);
      left = document -> first.test(document) && second.test(document);
    }
    return left;
  }

  private Node condition(Scanner scanner) {
    scanner.skipSpaces();
    if (scanner.accept("(")) {
      Node inner = or(scanner);
      scanner.expect(")");
      return inner;
    }
    Selector selector = Selector.read(scanner);
    selectors.add(selector);
    if (scanner.acceptWord("NOT")) {
      if (!scanner.acceptWord("EXISTS")) {
        throw new IllegalArgumentException("Expected NOT EXISTS");
      }
      return document -> selector.find(document).isEmpty();
    }
    if (scanner.acceptWord("EXISTS")) {
      return document -> !selector.find(document).isEmpty();
    }
    if (scanner.acceptWord("IS")) {
      return is(scanner, selector);
    }
    Comparison comparison = Comparison.read(scanner, STOPS);
    return document -> compare(selector, comparison, document);
  }

  private static Node is(Scanner scanner, Selector selector) {
    if (scanner.acceptWord("TRUE")) {
      return document -> selector.find(document).contains(true);
    }
    if (scanner.acceptWord("FALSE")) {
      return document -> selector.find(document).contains(false);
    }
    if (scanner.acceptWord("NULL")) {
      return document -> selector.find(document).stream().anyMatch(value -> value == null);
    }
    throw new IllegalArgumentException("Expected TRUE, FALSE or NULL");
  }

  private static boolean compare(
      Selector selector, Comparison comparison, @Nullable Object document) {
    for (Object value : selector.find(document)) {
      boolean scalar = value instanceof String || value instanceof Number;
      // A quoted text is not equal to a number.
      boolean comparable =
          scalar && (comparison.number() != null || value instanceof String || isAny(comparison));
      if (comparable && comparison.test(String.valueOf(value))) {
        return true;
      }
      if (!scalar && value != null && isAny(comparison) && comparison.operator().equals("=")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the right side is an asterisk, which all values are equal to. */
  private static boolean isAny(Comparison comparison) {
    return "*".equals(comparison.text());
  }

  private static @Nullable Object document(String message) {
    try {
      return Json.read(message);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public @Nullable Map<String, String> match(String message) {
    Object document = document(message);
    if (document == null || !root.test(document)) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Selector selector : selectors) {
      for (Object value : selector.find(document)) {
        values.putIfAbsent(selector.text(), text(value));
      }
    }
    return values;
  }

  private static String text(@Nullable Object value) {
    return value instanceof Map || value instanceof List
        ? Json.write(value)
        : String.valueOf(value);
  }

  @Override
  public @Nullable String value(String message, String selector) {
    if (match(message) == null) {
      return null;
    }
    List<@Nullable Object> found = Selector.read(new Scanner(selector)).find(document(message));
    return found.isEmpty() ? null : text(found.get(0));
  }
}
