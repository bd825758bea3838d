package io.boto4j.local.dynamodb.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes attribute values in their form on the wire, such as {@code {"S": "text"}}. */
public final class ValueWriter {
  private ValueWriter() {}

  /**
   * Writes an item.
   *
   * @param attributes the attributes of the item
   * @return the values by name
   */
  public static Map<String, Object> wire(Attributes attributes) {
    int count = attributes.count();
    Map<String, Object> wire = new LinkedHashMap<>(count + count / 2 + 1);
    for (int i = 0; i < count; i++) {
      wire.put(attributes.name(i), wire(attributes.value(i)));
    }
    return wire;
  }

  /**
   * Writes a value.
   *
   * @param value the value
   * @return a map with the type and the value
   */
  public static Map<String, Object> wire(Value value) {
    if (value instanceof Value.Text text) {
      return Map.of("S", text.text());
    }
    if (value instanceof Value.Num number) {
      return Map.of("N", Numbers.text(number.number()));
    }
    return Map.of(value.type().name(), content(value));
  }

  private static Object content(Value value) {
    return switch (value.type()) {
      case S -> ((Value.Text) value).text();
      case N -> Numbers.text(((Value.Num) value).number());
      case B -> ((Value.Binary) value).bytes();
      case BOOL -> ((Value.Bool) value).value();
      case NULL -> true;
      case SS, NS, BS -> contents(((Value.SetOf) value).elements());
      case L -> list(((Value.ListOf) value).elements());
      case M -> wire(((Value.MapOf) value).attributes());
    };
  }

  private static List<Object> contents(List<Value> elements) {
    List<Object> contents = new ArrayList<>(elements.size());
    for (Value element : elements) {
      contents.add(content(element));
    }
    return contents;
  }

  private static List<Object> list(List<Value> elements) {
    List<Object> wires = new ArrayList<>(elements.size());
    for (Value element : elements) {
      wires.add(wire(element));
    }
    return wires;
  }

  /**
   * Writes a value as DynamoDB's messages show it, such as {@code {S:text}}.
   *
   * @param value the value
   * @return the text
   */
  public static String shown(Value value) {
    return "{" + value.type() + ":" + shownContent(value) + "}";
  }

  private static String shownContent(Value value) {
    Object content = content(value);
    return content instanceof byte[] bytes
        ? "java.nio.HeapByteBuffer[pos=0 lim=" + bytes.length + " cap=" + bytes.length + "]"
        : content.toString();
  }
}
