package io.boto4j.local.client;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Items in a form in which values are equal if DynamoDB takes them for equal. */
final class PlainValues {
  private PlainValues() {}

  static Object comparable(Object value) {
    if (value instanceof Number number) {
      BigDecimal decimal = new BigDecimal(number.toString());
      return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> comparable = new HashMap<>();
      map.forEach((k, v) -> comparable.put(k, comparable(v)));
      return comparable;
    }
    if (value instanceof Collection<?> collection) {
      Collection<Object> comparable =
          collection instanceof Set ? new HashSet<>() : new ArrayList<>();
      collection.forEach(each -> comparable.add(comparable(each)));
      return comparable;
    }
    return value;
  }
}
