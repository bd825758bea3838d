package io.boto4j.dynamodb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys of items as attribute values. */
final class KeyValues {
  private KeyValues() {}

  /**
   * Writes a key.
   *
   * @throws IllegalArgumentException if it is empty, or a value cannot be that of a key
   */
  static Map<String, Object> write(Map<?, ?> key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("The key has no attributes");
    }
    Map<String, Object> written;
    try {
      written = ValueSerializer.item(key);
    } catch (BadValueException e) {
      throw new IllegalArgumentException("Key: " + e.report().getMessage(), e);
    }
    for (Map.Entry<String, Object> entry : written.entrySet()) {
      check(entry.getKey(), (AttributeValue) entry.getValue());
    }
    return written;
  }

  /** Checks one value of a key. */
  static void check(String name, AttributeValue value) {
    Object content = value.content();
    if (!(content instanceof String) && !(content instanceof byte[])) {
      throw new IllegalArgumentException(
          "The key attribute "
              + name
              + " is of type "
              + value.type()
              + ": it must be a string, a number or bytes");
    }
    if (content.equals("") || (content instanceof byte[] bytes && bytes.length == 0)) {
      throw new IllegalArgumentException("The key attribute " + name + " is empty");
    }
  }

  /** Returns an object that is equal for equal keys, whatever the order and the form of numbers. */
  static Object identity(Map<?, ?> key) {
    List<Object> identity = new ArrayList<>();
    Map<String, Object> sorted = new TreeMap<>();
    key.forEach((name, value) -> sorted.put(String.valueOf(name), value));
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      identity.add(entry.getKey());
      identity.add(identityOf((Map<?, ?>) entry.getValue()));
    }
    return identity;
  }

  private static Object identityOf(Map<?, ?> value) {
    Object number = value.get("N");
    if (number != null) {
      return NumberText.canonical(number.toString());
    }
    return value.get("B") instanceof byte[] bytes
        ? ByteBuffer.wrap(bytes)
        : String.valueOf(value.get("S"));
  }
}
