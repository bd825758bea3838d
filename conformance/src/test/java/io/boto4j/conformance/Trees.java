package io.boto4j.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/**
 * Compares values without a model: maps, lists, strings, numbers, booleans, bytes, null. Numbers
 * are equal by value, whatever their Java type.
 */
final class Trees {
  private Trees() {}

  static @Nullable Object of(Node node) {
    if (node instanceof ObjectNode object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object.getStringMap().forEach((name, value) -> map.put(name, of(value)));
      return map;
    }
    if (node instanceof ArrayNode array) {
      List<Object> list = new ArrayList<>();
      array.getElements().forEach(element -> list.add(of(element)));
      return list;
    }
    if (node.isNullNode()) {
      return null;
    }
    if (node.isNumberNode()) {
      return node.expectNumberNode().getValue();
    }
    return node.isBooleanNode()
        ? (Object) node.expectBooleanNode().getValue()
        : (Object) node.expectStringNode().getValue();
  }

  static boolean same(@Nullable Object a, @Nullable Object b) {
    return difference(a, b) == null;
  }

  /** Returns the first difference of two trees; null if they are equal. */
  static @Nullable String difference(@Nullable Object expected, @Nullable Object actual) {
    return difference("", expected, actual);
  }

  private static @Nullable String difference(
      String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
      return maps(path, left, right);
    }
    if (expected instanceof List<?> left && actual instanceof List<?> right) {
      return lists(path, left, right);
    }
    boolean same;
    if (expected instanceof Number left && actual instanceof Number right) {
      same = sameNumbers(left, right);
    } else if (expected instanceof byte[] left && actual instanceof byte[] right) {
      same = Arrays.equals(left, right);
    } else {
      same = expected == null ? actual == null : expected.equals(actual);
    }
    return same ? null : "at " + path + ": expected " + text(expected) + ", is " + text(actual);
  }

  private static @Nullable String maps(String path, Map<?, ?> left, Map<?, ?> right) {
    if (!left.keySet().equals(right.keySet())) {
      return "at " + path + ": expected the keys " + left.keySet() + ", are " + right.keySet();
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = right.get(entry.getKey());
      String difference = difference(path + "." + entry.getKey(), entry.getValue(), other);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private static @Nullable String lists(String path, List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return "at " + path + ": expected " + left.size() + " elements, are " + right.size();
    }
    for (int i = 0; i < left.size(); i++) {
      String difference = difference(path + "[" + i + "]", left.get(i), right.get(i));
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  /**
   * Returns whether two numbers are equal; fractions may have more digits than a double needs, as
   * on JDK 17.
   */
  private static boolean sameNumbers(Number left, Number right) {
    if (!isFinite(left) || !isFinite(right)) {
      return Double.compare(left.doubleValue(), right.doubleValue()) == 0;
    }
    BigDecimal exactLeft = new BigDecimal(left.toString());
    BigDecimal exactRight = new BigDecimal(right.toString());
    return exactLeft.compareTo(exactRight) == 0
        || (exactLeft.scale() > 0 && left.doubleValue() == right.doubleValue());
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  /**
   * Returns a value with its streams read, because only their contents can be compared; an empty
   * stream cannot be recognized before.
   */
  static @Nullable Object withoutStreams(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach(
          (name, inner) -> {
            Object read = withoutStreams(inner);
            if (!(inner instanceof InputStream && ((byte[]) read).length == 0)) {
              copy.put((String) name, read);
            }
          });
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(withoutStreams(element)));
      return copy;
    }
    if (value instanceof InputStream stream) {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return value;
  }

  /** Returns a text for messages, with bytes in readable form. */
  static String text(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((name, inner) -> entries.add(name + "=" + text(inner)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Trees::text).toList().toString();
    }
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
  }
}
