package io.boto4j.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
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

  /** The plain value of a part of a response, in which maps and lists are views. */
  static @Nullable Object viewOf(@Nullable Object value) {
    try {
      return value(value, /* view= */ true);
    } catch (BadValueException e) {
      throw e.report();
    }
  }

  /** A view of an item of a response, whose values are converted when they are read. */
  @SuppressWarnings("unchecked") // the keys of every map in a response are strings
  static Structure view(Map<?, ?> item) {
    return Structures.of(new PlainMap((Map<String, ?>) item));
  }

  /** A copy of all parts of a value. */
  static @Nullable Object value(@Nullable Object value) {
    return value(value, /* view= */ false);
  }

  private static @Nullable Object value(@Nullable Object value, boolean view) {
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
      return view ? view(members) : item(members);
    }
    if (typed.get("L") instanceof Collection<?> elements) {
      return view && elements instanceof List<?> list ? new PlainList(list) : list(elements);
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

  /**
   * A map of attribute values as a map of plain values, each of which is converted when it is read.
   *
   * <p>Reading a value once, as most programs do, therefore costs less than copying the whole item
   * first: a copy of a page of 1 MB takes half of the time of the whole call.
   */
  private static final class PlainMap extends AbstractMap<String, Object> {
    private final Map<String, ?> attributes;

    PlainMap(Map<String, ?> attributes) {
      this.attributes = attributes;
    }

    @Override
    public int size() {
      return attributes.size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return attributes.containsKey(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      Object value = attributes.get(name);
      return value == null ? null : viewOf(value);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {
      @Override
      public int size() {
        return attributes.size();
      }

      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        Iterator<? extends Map.Entry<String, ?>> raw = attributes.entrySet().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return raw.hasNext();
          }

          @Override
          @SuppressWarnings("NullAway") // a value may be null, as in any map
          public Map.Entry<String, Object> next() {
            Map.Entry<String, ?> next = raw.next();
            return new AbstractMap.SimpleImmutableEntry<>(next.getKey(), viewOf(next.getValue()));
          }
        };
      }
    }
  }

  /** A list of attribute values as a list of plain values, each converted when it is read. */
  private static final class PlainList extends AbstractList<@Nullable Object>
      implements RandomAccess {
    private final List<?> elements;

    PlainList(List<?> elements) {
      this.elements = elements;
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public @Nullable Object get(int index) {
      return viewOf(elements.get(index));
    }
  }
}
