package io.boto4j;

import io.boto4j.error.ServiceException;
import io.boto4j.model.codec.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads the fixtures that the scripts under {@code src/test/python} wrote, and describes results in
 * their form.
 */
final class Fixtures {
  private Fixtures() {}

  static Object read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Fixtures.class.getResourceAsStream(resource), resource)) {
      return json(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Object json(byte[] text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.readValue();
    reader.end();
    return value;
  }

  @SuppressWarnings("unchecked") // JSON objects are keyed by text
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // a list of JSON objects
  static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }

  /**
   * Returns the headers that botocore sent, sorted, without {@code Expect} if the body is empty:
   * boto4j has nothing to ask for then.
   */
  static Map<String, Object> expectedHeaders(Object headers) {
    Map<String, Object> expected = new TreeMap<>(map(headers));
    if ("0".equals(expected.get("x-amz-decoded-content-length"))) {
      expected.remove("expect");
    }
    return expected;
  }

  /** An exception's message without the number of attempts, because the scripts try once. */
  static String message(ServiceException e) {
    String message = e.getMessage();
    int start = message.indexOf(" (reached max retries: ");
    return start < 0
        ? message
        : message.substring(0, start) + message.substring(message.indexOf(')', start) + 1);
  }

  /** Replaces the scripts' placeholders by the values that they represent. */
  static Object decode(Object value) {
    if (value instanceof List<?> list) {
      List<Object> decoded = new ArrayList<>();
      list.forEach(each -> decoded.add(decode(each)));
      return decoded;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Object tag = map.size() == 1 ? map.keySet().iterator().next() : "";
    Object tagged = map.size() == 1 ? map.get(tag) : null;
    if (tag.equals("$bytes")) {
      return Base64.getDecoder().decode((String) tagged);
    }
    if (tag.equals("$time")) {
      return Instant.EPOCH.plus(((Number) tagged).longValue(), ChronoUnit.MICROS);
    }
    if (tag.equals("$float")) {
      return Double.valueOf((String) tagged);
    }
    if (tag.equals("$decimal")) {
      return new BigDecimal((String) tagged);
    }
    if (tag.equals("$object")) {
      return new Thing();
    }
    Map<String, Object> decoded = new LinkedHashMap<>();
    map.forEach((key, each) -> decoded.put((String) key, decode(each)));
    return decoded;
  }

  /** A value as text: members in order, numbers by value, placeholders for what JSON lacks. */
  static String canonical(Object value) {
    StringBuilder text = new StringBuilder();
    canonical(value, text);
    return text.toString();
  }

  private static void canonical(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator).append('"').append(entry.getKey()).append("\": ");
        canonical(entry.getValue(), out);
        separator = ",\n ";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String separator = "[";
      for (Object element : list) {
        out.append(separator);
        canonical(element, out);
        separator = ", ";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      out.append('"').append(text).append('"');
    } else if (value instanceof byte[] bytes) {
      canonical(Map.of("$bytes", Base64.getEncoder().encodeToString(bytes)), out);
    } else if (value instanceof Instant instant) {
      canonical(Map.of("$time", ChronoUnit.MICROS.between(Instant.EPOCH, instant)), out);
    } else if (value instanceof Number number) {
      number(number, out);
    } else {
      out.append(value);
    }
  }

  private static void number(Number number, StringBuilder out) {
    double approximate = number.doubleValue();
    if (Double.isNaN(approximate) || Double.isInfinite(approximate)) {
      canonical(Map.of("$float", String.valueOf(approximate)), out);
    } else {
      BigDecimal exact = new BigDecimal(number.toString());
      out.append(exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toString());
    }
  }

  /** A value without a shape. */
  private static final class Thing {
    @Override
    public String toString() {
      return "a thing";
    }
  }
}
