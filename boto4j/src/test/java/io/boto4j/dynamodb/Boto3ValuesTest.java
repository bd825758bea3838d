package io.boto4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values are written and read as boto3 does; the cases are those of dynamodb_values.py. */
final class Boto3ValuesTest {
  @Test
  void values_kept_areThoseOfBoto3() throws Exception {
    List<Map<String, Object>> cases = Python.kept("python-values.json");

    assertThat(cases).hasSizeGreaterThan(300);
    cases.forEach(Boto3ValuesTest::check);
  }

  @Test
  void values_random_areThoseOfBoto3() throws Exception {
    long seed = new Random().nextInt(1_000_000);
    for (Map<String, Object> each : Python.made("dynamodb_values.py", seed, 500)) {
      check(each);
    }
  }

  private static void check(Map<String, Object> each) {
    Object plain = plain((Map<?, ?>) each.get("plain"));
    Map<String, Object> sent = AttributeValues.serialize(plain);
    Map<?, ?> expected = (Map<?, ?>) each.get("sent");

    assertThat(comparable(sent)).as("%s", each).isEqualTo(comparable(expected));
    Object read = comparablePlain(AttributeValues.deserialize(sent));
    assertThat(read).as("%s", each).isEqualTo(comparablePlain(plain((Map<?, ?>) each.get("read"))));
    assertThat(read).as("both ways: %s", each).isEqualTo(comparablePlain(plain));
    // What was read can be written again.
    assertThat(comparable(AttributeValues.serialize(AttributeValues.deserialize(sent))))
        .isEqualTo(comparable(expected));
  }

  /** The Java value that a case describes; each number is of the smallest type that has it. */
  private static Object plain(Map<?, ?> told) {
    Object value = told.get("value");
    return switch ((String) told.get("type")) {
      case "null" -> null;
      case "number" -> number((String) value);
      case "bytes" -> Base64.getDecoder().decode((String) value);
      case "map" -> {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((k, v) -> map.put((String) k, plain((Map<?, ?>) v)));
        yield map;
      }
      case "list" -> new ArrayList<>(elements((Collection<?>) value));
      case "set" -> new LinkedHashSet<>(elements((Collection<?>) value));
      default -> value;
    };
  }

  private static List<Object> elements(Collection<?> told) {
    List<Object> elements = new ArrayList<>();
    told.forEach(each -> elements.add(plain((Map<?, ?>) each)));
    return elements;
  }

  private static Number number(String text) {
    if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      BigInteger whole = new BigInteger(text);
      if (whole.bitLength() < 32) {
        return whole.intValue();
      }
      return whole.bitLength() < 64 ? (Number) whole.longValue() : whole;
    }
    return new BigDecimal(text);
  }

  /** An attribute value whose parts are equal if DynamoDB takes them for equal. */
  private static Object comparable(Map<?, ?> attribute) {
    Map.Entry<?, ?> only = attribute.entrySet().iterator().next();
    Object content = only.getValue();
    return switch ((String) only.getKey()) {
      case "N" -> List.of("N", new BigDecimal((String) content).stripTrailingZeros());
      case "NS" -> {
        Set<Object> numbers = new HashSet<>();
        for (Object each : (Collection<?>) content) {
          numbers.add(new BigDecimal((String) each).stripTrailingZeros());
        }
        yield List.of("NS", numbers);
      }
      case "SS" -> List.of("SS", new HashSet<Object>((Collection<?>) content));
      case "B" -> List.of("B", bytes(content));
      case "BS" -> {
        Set<Object> binaries = new HashSet<>();
        ((Collection<?>) content).forEach(each -> binaries.add(bytes(each)));
        yield List.of("BS", binaries);
      }
      case "L" -> {
        List<Object> list = new ArrayList<>();
        ((Collection<?>) content).forEach(each -> list.add(comparable((Map<?, ?>) each)));
        yield list;
      }
      case "M" -> {
        Map<Object, Object> map = new HashMap<>();
        ((Map<?, ?>) content).forEach((k, v) -> map.put(k, comparable((Map<?, ?>) v)));
        yield map;
      }
      default -> attribute;
    };
  }

  private static ByteBuffer bytes(Object content) {
    return ByteBuffer.wrap(
        content instanceof String text ? Base64.getDecoder().decode(text) : (byte[]) content);
  }

  private static Object comparablePlain(Object value) {
    if (value instanceof Number number) {
      BigDecimal decimal = new BigDecimal(number.toString());
      return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> comparable = new HashMap<>();
      map.forEach((k, v) -> comparable.put(k, comparablePlain(v)));
      return comparable;
    }
    if (value instanceof Collection<?> collection) {
      Collection<Object> comparable =
          collection instanceof Set ? new HashSet<>() : new ArrayList<>();
      collection.forEach(each -> comparable.add(comparablePlain(each)));
      return comparable;
    }
    return value;
  }
}
