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
 * Values in the JSON that boto4j's side and botocore's exchange: objects of one member {@code
 * $bytes}, {@code $time}, {@code $float}, {@code $decimal} stand for what JSON has no word for.
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

  /** A value of botocore's in the terms of {@link #comparable}. */
  static @Nullable Object decode(Node node) {
    return untagged(Trees.of(node));
  }

  /**
   * A result of boto4j as {@link Trees} compares it with botocore's. Moments are taken to the
   * millisecond, since botocore reckons fractions with doubles. NaN and the infinities are the
   * texts they arrive as, which botocore leaves as they are in JSON.
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
