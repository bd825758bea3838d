package io.boto4j.local.dynamodb.value;

import io.boto4j.local.engine.EngineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads attribute values from their form on the wire, such as {@code {"S": "text"}}. */
public final class ValueReader {
  private static final int DEEPEST = 32;

  private static final Value TRUE = new Value.Bool(true);
  private static final Value FALSE = new Value.Bool(false);
  private static final Value NULL = new Value.Null();

  private ValueReader() {}

  /**
   * Reads the attributes of an item or key.
   *
   * @param wire the values by name
   * @return the attributes
   * @throws EngineException if a value is invalid
   */
  public static Attributes attributes(Map<?, ?> wire) {
    return attributes(wire, 0);
  }

  private static Attributes attributes(Map<?, ?> wire, int depth) {
    int size = wire.size();
    String[] names = new String[size];
    Value[] values = new Value[size];
    int i = 0;
    for (Map.Entry<?, ?> entry : wire.entrySet()) {
      String name = String.valueOf(entry.getKey());
      names[i] = Names.shared(name);
      values[i++] = value(entry.getValue(), depth);
    }
    return Attributes.ofUnsorted(names, values);
  }

  /**
   * Reads a value.
   *
   * @param wire a map with the type and the value
   * @return the value
   * @throws EngineException if it is invalid
   */
  public static Value value(@Nullable Object wire) {
    return value(wire, 0);
  }

  private static Value value(@Nullable Object wire, int depth) {
    if (!(wire instanceof Map<?, ?> map) || map.isEmpty()) {
      throw Failures.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    if (depth > DEEPEST) {
      throw Failures.validation("Nesting Levels have exceeded supported limits");
    }
    Value value = null;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object content = entry.getValue();
      if (content != null) {
        Value read = value(String.valueOf(entry.getKey()), content, depth);
        if (value != null) {
          throw Failures.validation(
              "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                  + " the supported datatypes");
        }
        value = read;
      }
    }
    if (value == null) {
      return value(Map.of(), depth);
    }
    return value;
  }

  private static Value value(String type, Object content, int depth) {
    return switch (type) {
      case "S" -> new Value.Text(content.toString());
      case "N" -> new Value.Num(Numbers.parse(content.toString()));
      case "B" -> new Value.Binary(bytes(content));
      case "BOOL" -> Boolean.TRUE.equals(content) ? TRUE : FALSE;
      case "NULL" -> nothing(content);
      case "SS" -> texts(elements(content));
      case "NS" -> numbers(elements(content));
      case "BS" -> binaries(elements(content));
      case "L" -> list(elements(content), depth);
      case "M" -> new Value.MapOf(attributes((Map<?, ?>) content, depth + 1));
      default -> value(Map.of(), depth);
    };
  }

  private static Value nothing(Object content) {
    if (!Boolean.TRUE.equals(content)) {
      throw Failures.validation("Null attribute value types must have the value of true");
    }
    return NULL;
  }

  private static Value texts(Collection<?> elements) {
    if (elements.isEmpty()) {
      throw Failures.parameter("An string set  may not be empty");
    }
    List<Value> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(new Value.Text(String.valueOf(element)));
    }
    Value set = set(Value.Type.SS, values);
    if (set == null) {
      throw Failures.parameter("Input collection " + elements + " contains duplicates.");
    }
    return set;
  }

  private static Value numbers(Collection<?> elements) {
    if (elements.isEmpty()) {
      throw Failures.parameter("An number set  may not be empty");
    }
    List<Value> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(new Value.Num(Numbers.parse(String.valueOf(element))));
    }
    Value set = set(Value.Type.NS, values);
    if (set == null) {
      throw Failures.validation("Input collection contains duplicates");
    }
    return set;
  }

  private static Value binaries(Collection<?> elements) {
    if (elements.isEmpty()) {
      throw Failures.parameter("Binary sets should not be empty");
    }
    List<Value> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(new Value.Binary(bytes(element)));
    }
    Value set = set(Value.Type.BS, values);
    if (set == null) {
      throw Failures.parameter("Input collection of type BS contains duplicates.");
    }
    return set;
  }

  /** Sorts the elements of a set; returns null if it has duplicates. */
  private static @Nullable Value set(Value.Type type, List<Value> elements) {
    Set<Value> sorted = new TreeSet<>(Value::compare);
    sorted.addAll(elements);
    return sorted.size() < elements.size() ? null : new Value.SetOf(type, List.copyOf(sorted));
  }

  private static Value list(Collection<?> elements, int depth) {
    Value[] values = new Value[elements.size()];
    int i = 0;
    for (Object element : elements) {
      values[i++] = value(element, depth + 1);
    }
    return new Value.ListOf(Arrays.asList(values));
  }

  private static Collection<?> elements(Object content) {
    if (content instanceof Collection<?> collection) {
      return collection;
    }
    if (content instanceof Object[] array) {
      return Arrays.asList(array);
    }
    throw new IllegalArgumentException("Not a list: " + content.getClass().getName());
  }

  private static byte[] bytes(Object content) {
    if (content instanceof byte[] bytes) {
      return bytes;
    }
    if (content instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    return content.toString().getBytes(StandardCharsets.UTF_8);
  }
}
