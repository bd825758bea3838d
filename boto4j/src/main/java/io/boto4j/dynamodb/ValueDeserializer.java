package io.boto4j.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attribute values to plain values. Nothing that the service sends is checked again: a number of
 * more than 38 digits is read like any other.
 */
final class ValueDeserializer {
  private static final String UNKNOWN = "SDK_UNKNOWN_MEMBER";

  private ValueDeserializer() {}

  static Structure item(Map<?, ?> attributes) {
    Map<String, @Nullable Object> item =
        new LinkedHashMap<>(attributes.size() + attributes.size() / 2 + 1);
    for (Map.Entry<?, ?> entry : attributes.entrySet()) {
      String name = String.valueOf(entry.getKey());
      try {
        item.put(name, value(entry.getValue()));
      } catch (BadValueException e) {
        throw e.in(name);
      }
    }
    return Structures.of(item);
  }

  static @Nullable Object value(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> typed)) {
      throw notAnAttributeValue(value);
    }
    if (typed.get("S") instanceof String text) {
      return text;
    }
    Object number = typed.get("N");
    if (number != null) {
      return NumberText.read(number.toString());
    }
    if (typed.get("BOOL") instanceof Boolean bool) {
      return bool;
    }
    if (typed.get("M") instanceof Map<?, ?> members) {
      return item(members);
    }
    if (typed.get("L") instanceof Collection<?> elements) {
      return list(elements);
    }
    Object bytes = typed.get("B");
    if (bytes != null) {
      return bytes(bytes);
    }
    return setOrNull(typed);
  }

  private static @Nullable Object setOrNull(Map<?, ?> typed) {
    if (typed.get("SS") instanceof Collection<?> texts) {
      return texts(texts);
    }
    if (typed.get("NS") instanceof Collection<?> numbers) {
      return numbers(numbers);
    }
    if (typed.get("BS") instanceof Collection<?> binaries) {
      return binaries(binaries);
    }
    if (typed.containsKey("NULL")) {
      return null;
    }
    if (typed.containsKey(UNKNOWN)) {
      return typed;
    }
    throw notAnAttributeValue(typed);
  }

  private static List<@Nullable Object> list(Collection<?> elements) {
    List<@Nullable Object> list = new ArrayList<>(elements.size());
    for (Object each : elements) {
      try {
        list.add(value(each));
      } catch (BadValueException e) {
        throw e.at(list.size());
      }
    }
    return Collections.unmodifiableList(list);
  }

  private static Set<String> texts(Collection<?> elements) {
    Set<String> texts = new LinkedHashSet<>();
    for (Object each : elements) {
      texts.add(String.valueOf(each));
    }
    return Collections.unmodifiableSet(texts);
  }

  private static Set<Number> numbers(Collection<?> elements) {
    Set<Number> numbers = new LinkedHashSet<>();
    Set<BigDecimal> seen = new HashSet<>();
    for (Object each : elements) {
      String text = String.valueOf(each);
      Number number = NumberText.read(text);
      if (seen.add(NumberText.canonical(text))) {
        numbers.add(number);
      }
    }
    return Collections.unmodifiableSet(numbers);
  }

  private static Set<ByteBuffer> binaries(Collection<?> elements) {
    Set<ByteBuffer> binaries = new LinkedHashSet<>();
    for (Object each : elements) {
      binaries.add(ByteBuffer.wrap(bytes(each)).asReadOnlyBuffer());
    }
    return Collections.unmodifiableSet(binaries);
  }

  /** Bytes, or Base64 text: events in JSON, such as those of streams in Lambda, have the latter. */
  private static byte[] bytes(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof ByteBuffer buffer) {
      ByteBuffer rest = buffer.duplicate();
      byte[] bytes = new byte[rest.remaining()];
      rest.get(bytes);
      return bytes;
    }
    if (value instanceof String text) {
      try {
        return Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw new BadValueException("The B of an attribute value is not Base64");
      }
    }
    throw new BadValueException(
        "The B of an attribute value must be bytes, not "
            + (value == null ? "null" : ValueSerializer.typeName(value)));
  }

  private static BadValueException notAnAttributeValue(@Nullable Object value) {
    String seen =
        value == null
            ? "null"
            : value instanceof Map<?, ?> map && !map.isEmpty()
                ? "a map with the key " + map.keySet().iterator().next()
                : ValueSerializer.typeName(value);
    return new BadValueException(
        "An attribute value is a map with one of the keys S, N, B, BOOL, NULL, M, L, SS, NS and BS,"
            + " not "
            + seen);
  }
}
