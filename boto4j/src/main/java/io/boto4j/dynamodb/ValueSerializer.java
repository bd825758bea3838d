package io.boto4j.dynamodb;

import io.boto4j.Params;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain values to attribute values. All problems are {@link BadValueException}s. */
final class ValueSerializer {
  /** DynamoDB allows 32; more is refused here so that a list inside itself ends. */
  private static final int MOST_LEVELS = 100;

  private ValueSerializer() {}

  static AttributeValue value(@Nullable Object value) {
    return value(value, 0);
  }

  /** The attributes of an item, or the members of a map. */
  static Map<String, Object> item(Map<?, ?> map) {
    return written(members(map, 0));
  }

  @SuppressWarnings("unchecked") // an M has a map with strings as keys
  private static Map<String, Object> written(AttributeValue map) {
    return (Map<String, Object>) map.content();
  }

  private static AttributeValue value(@Nullable Object value, int level) {
    if (value instanceof String text) {
      return text("S", text);
    }
    if (value instanceof Number number) {
      String text = NumberText.write(number);
      return new AttributeValue("N", text, text.length() + 1L);
    }
    if (value instanceof Boolean bool) {
      return bool ? AttributeValue.TRUE : AttributeValue.FALSE;
    }
    if (value == null) {
      return AttributeValue.NULL;
    }
    return level < MOST_LEVELS ? nested(value, level) : tooDeep();
  }

  private static AttributeValue tooDeep() {
    throw new BadValueException(
        "The value has more than " + MOST_LEVELS + " levels: DynamoDB stores 32, or it is cyclic");
  }

  private static AttributeValue nested(Object value, int level) {
    if (value instanceof AttributeValue written) {
      return written;
    }
    if (value instanceof Map<?, ?> map) {
      return members(map, level + 1);
    }
    if (value instanceof Set<?> set) {
      return set(set);
    }
    if (value instanceof Collection<?> list) {
      return list(list, level);
    }
    if (isBinary(value)) {
      byte[] bytes = bytes(value);
      return new AttributeValue("B", bytes, bytes.length);
    }
    if (value instanceof Record fields) {
      return members(Params.from(fields), level + 1);
    }
    if (value instanceof Optional<?> optional) {
      return value(optional.orElse(null), level + 1);
    }
    String text = text(value);
    if (text != null) {
      return text("S", text);
    }
    if (value.getClass().isArray()) {
      return list(elements(value), level);
    }
    throw unsupported(value);
  }

  private static List<@Nullable Object> elements(Object array) {
    int length = Array.getLength(array);
    List<@Nullable Object> elements = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static AttributeValue text(String type, String text) {
    return new AttributeValue(type, text, ItemSize.atMost(text));
  }

  private static AttributeValue members(Map<?, ?> map, int level) {
    Map<String, Object> members = new LinkedHashMap<>(mapSize(map.size()));
    long size = ItemSize.OF_CONTAINER;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = name(entry.getKey());
      try {
        AttributeValue value = value(entry.getValue(), level);
        members.put(name, value);
        size += 1 + ItemSize.atMost(name) + value.atMost();
      } catch (BadValueException e) {
        throw e.in(name);
      }
    }
    return new AttributeValue("M", members, size);
  }

  private static int mapSize(int entries) {
    return entries + entries / 2 + 1;
  }

  private static String name(@Nullable Object key) {
    String name = key instanceof String text ? text : key == null ? null : text(key);
    if (name == null) {
      throw new BadValueException(
          "An attribute name must be a string, not " + (key == null ? "null" : typeName(key)));
    }
    if (name.isEmpty()) {
      throw new BadValueException("An attribute name is empty");
    }
    return name;
  }

  private static AttributeValue list(Collection<?> list, int level) {
    List<Object> elements = new ArrayList<>(list.size());
    long size = ItemSize.OF_CONTAINER;
    int index = 0;
    for (Object each : list) {
      try {
        AttributeValue value = value(each, level + 1);
        elements.add(value);
        size += 1 + value.atMost();
      } catch (BadValueException e) {
        throw e.at(index);
      }
      index++;
    }
    return new AttributeValue("L", elements, size);
  }

  private static AttributeValue set(Set<?> set) {
    if (set.isEmpty()) {
      throw new BadValueException(
          "DynamoDB has no empty set: leave the attribute out, or pass a List");
    }
    Object first = set.iterator().next();
    if (first instanceof Number) {
      return set("NS", numbers(set));
    }
    if (first != null && isBinary(first)) {
      return set("BS", binaries(set));
    }
    if (first != null && text(first) != null) {
      return set("SS", texts(set));
    }
    throw mixed(first);
  }

  private static AttributeValue set(String type, List<?> elements) {
    return new AttributeValue(type, elements, ItemSize.atMost(elements));
  }

  private static List<String> numbers(Set<?> set) {
    List<String> numbers = new ArrayList<>(set.size());
    Set<BigDecimal> seen = new LinkedHashSet<>();
    for (Object each : set) {
      if (!(each instanceof Number number)) {
        throw mixed(each);
      }
      String text = NumberText.write(number);
      if (seen.add(NumberText.canonical(text))) {
        numbers.add(text);
      }
    }
    return numbers;
  }

  private static List<String> texts(Set<?> set) {
    Set<String> texts = new LinkedHashSet<>();
    for (Object each : set) {
      String text = each == null ? null : text(each);
      if (text == null) {
        throw mixed(each);
      }
      texts.add(text);
    }
    return new ArrayList<>(texts);
  }

  private static List<byte[]> binaries(Set<?> set) {
    List<byte[]> binaries = new ArrayList<>(set.size());
    Set<ByteBuffer> seen = new LinkedHashSet<>();
    for (Object each : set) {
      if (each == null || !isBinary(each)) {
        throw mixed(each);
      }
      byte[] bytes = bytes(each);
      if (seen.add(ByteBuffer.wrap(bytes))) {
        binaries.add(bytes);
      }
    }
    return binaries;
  }

  private static BadValueException mixed(@Nullable Object element) {
    return new BadValueException(
        "A set holds numbers only, strings only or binary values only, and this one has "
            + (element == null ? "null" : typeName(element))
            + ": pass a List");
  }

  private static boolean isBinary(Object value) {
    return value instanceof byte[] || value instanceof ByteBuffer;
  }

  private static byte[] bytes(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    ByteBuffer rest = ((ByteBuffer) value).duplicate();
    byte[] bytes = new byte[rest.remaining()];
    rest.get(bytes);
    return bytes;
  }

  /** The text of a value that is stored as a string, or null if it is not. */
  static @Nullable String text(Object value) {
    if (value instanceof CharSequence
        || value instanceof UUID
        || value instanceof Character
        // ISO 8601, which is what the classes of java.time write.
        || value instanceof Temporal) {
      return value.toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Date date ? date.toInstant().toString() : null;
  }

  private static BadValueException unsupported(Object value) {
    return new BadValueException(
        "DynamoDB cannot store "
            + typeName(value)
            + ": pass a string, number, boolean, bytes, list, set, map or record");
  }

  /** The type of a value for a message, without the names of the JDK's own classes. */
  static String typeName(Object value) {
    if (value instanceof CharSequence) {
      return "a string";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (isBinary(value)) {
      return "a binary value";
    }
    if (value instanceof Map) {
      return "a map";
    }
    if (value instanceof Set) {
      return "a set";
    }
    if (value instanceof Collection || value.getClass().isArray()) {
      return "a list";
    }
    String name = value.getClass().getSimpleName();
    return name.isEmpty() ? "an object" : "a value of the class " + name;
  }
}
