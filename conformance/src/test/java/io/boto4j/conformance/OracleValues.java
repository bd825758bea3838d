package io.boto4j.conformance;

import io.boto4j.ResponseStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/**
 * Values in the JSON that boto4j's side and botocore's exchange: objects with the one member {@code
 * $bytes}, {@code $time}, {@code $float} or {@code $decimal} represent values that JSON does not
 * have.
 */
final class OracleValues {
  private OracleValues() {}

  static Node encode(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode.Builder object = Node.objectNodeBuilder();
      map.forEach((name, each) -> object.withMember((String) name, encode(each)));
      return object.build();
    }
    if (value instanceof List<?> list) {
      ArrayNode.Builder array = ArrayNode.builder();
      list.forEach(each -> array.withValue(encode(each)));
      return array.build();
    }
    if (value instanceof byte[] bytes) {
      return tagged("$bytes", Base64.getEncoder().encodeToString(bytes));
    }
    if (value instanceof Instant instant) {
      return tagged("$time", JsonWire.seconds(instant).toPlainString());
    }
    if (value instanceof BigDecimal decimal) {
      return tagged("$decimal", decimal.toString());
    }
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue())
          ? Node.from((Number) value)
          : tagged("$float", value.toString());
    }
    if (value instanceof Number number) {
      return Node.from(number);
    }
    if (value == null) {
      return Node.nullNode();
    }
    return value instanceof Boolean bool ? Node.from(bool) : Node.from((String) value);
  }

  /** Returns a value from botocore in the form of {@link #comparable}. */
  static @Nullable Object decode(Node node) {
    return untagged(Trees.of(node));
  }

  /**
   * Returns a result of boto4j in a form that {@link Trees} can compare with botocore's. Timestamps
   * are cut to milliseconds, because botocore computes fractions with doubles. NaN and the
   * infinities are strings, because botocore leaves them so in JSON.
   */
  static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put((String) name, comparable(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(comparable(each)));
      return copy;
    }
    if (value instanceof Instant instant) {
      return instant.plusNanos(500_000).toEpochMilli() + " ms";
    }
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return value instanceof Double || value instanceof Float ? value.toString() : value;
    }
    if (value instanceof ResponseStream stream) {
      return stream.readAllBytes();
    }
    return value;
  }

  private static Node tagged(String tag, String text) {
    return Node.objectNode().withMember(tag, text);
  }

  private static @Nullable Object untagged(@Nullable Object tree) {
    if (tree instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(untagged(each)));
      return copy;
    }
    if (!(tree instanceof Map<?, ?> map)) {
      return tree;
    }
    if (map.size() == 1 && map.values().iterator().next() instanceof String text) {
      Object value = untagged((String) map.keySet().iterator().next(), text);
      if (value != null) {
        return value;
      }
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, each) -> copy.put((String) name, untagged(each)));
    return copy;
  }

  private static @Nullable Object untagged(String tag, String text) {
    return switch (tag) {
      case "$bytes" -> Base64.getDecoder().decode(text);
      case "$time" -> comparable(instant(new BigDecimal(text)));
      case "$float" -> text;
      case "$decimal" -> new BigDecimal(text);
      default -> null;
    };
  }

  private static Instant instant(BigDecimal seconds) {
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValueExact();
    return Instant.ofEpochSecond(seconds.toBigInteger().longValueExact(), nanos);
  }
}
