package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.DocumentReader;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser that reads JSON directly from bytes into values of a shape.
 *
 * <p>As in boto3, members that are null are omitted, elements and map values that are null are
 * kept, and members that the model does not have are skipped. For a value of another kind than the
 * model specifies see {@link PlainValues}.
 */
final class JsonParser {
  private static final String UNION_TYPE = "__type";

  private JsonParser() {}

  /** Reads a body that is one JSON value. */
  static Structure body(byte[] body, StructureShape shape) {
    JsonReader json = new JsonReader(body);
    Structure root = root(json, shape);
    json.end();
    return root;
  }

  /** Reads the top-level value; JSON's null is a structure without members. */
  static Structure root(JsonReader json, StructureShape shape) {
    if (json.readNull()) {
      return SlotStructure.empty(shape);
    }
    JsonToken token = json.peek();
    if (token != JsonToken.BEGIN_OBJECT) {
      throw ShapeMismatchException.of("expected " + shape + ", found a JSON " + token, null);
    }
    return structure(json, shape);
  }

  private static Structure structure(JsonReader json, StructureShape shape) {
    if (shape.isUnion()) {
      return union(json, shape);
    }
    json.beginObject();
    int first = -1;
    Object sole = null;
    while (sole == null && json.hasNextMember()) {
      first = indexOf(json, shape, 0);
      sole = member(json, shape, first);
    }
    if (sole == null) {
      return new SlotStructure(shape, slots(json, shape));
    }
    if (!json.hasNextMember()) {
      json.charge(DocumentReader.STRUCTURE_SIZE);
      return SlotStructure.ofOne(shape, first, sole);
    }
    Object[] slots = slots(json, shape);
    slots[first] = sole;
    fill(json, shape, slots, first + 1);
    return new SlotStructure(shape, slots);
  }

  private static Object[] slots(JsonReader json, StructureShape shape) {
    json.charge(DocumentReader.STRUCTURE_SIZE + (long) DocumentReader.SLOT_SIZE * shape.size());
    return new Object[shape.size()];
  }

  private static @Nullable Object member(JsonReader json, StructureShape shape, int index) {
    if (index < 0) {
      json.skipValue();
      return null;
    }
    return value(json, shape.member(index).shape());
  }

  /** Reads the members in a body that is one JSON value into their slots. */
  static void fill(byte[] body, StructureShape shape, @Nullable Object[] slots) {
    JsonReader json = new JsonReader(body);
    if (!json.readNull()) {
      fill(json, shape, slots);
    }
    json.end();
  }

  private static void fill(JsonReader json, StructureShape shape, @Nullable Object[] slots) {
    json.beginObject();
    if (json.hasNextMember()) {
      fill(json, shape, slots, 0);
    }
  }

  /** Continues from a member whose name has been read. The model's order is tried first. */
  private static void fill(
      JsonReader json, StructureShape shape, @Nullable Object[] slots, int guess) {
    int next = guess;
    do {
      int index = indexOf(json, shape, next);
      Object value = member(json, shape, index);
      if (index >= 0) {
        slots[index] = value;
        next = index + 1;
      }
    } while (json.hasNextMember());
  }

  private static int indexOf(JsonReader json, StructureShape shape, int guess) {
    return json.nameEscaped()
        ? shape.indexOfWireName(json.name())
        : shape.indexOfWireName(json.bytes(), json.nameStart(), json.nameEnd(), guess);
  }

  /** Reads a union of exactly one member. The name of an unknown member is kept, as in boto3. */
  private static Structure union(JsonReader json, StructureShape shape) {
    Object[] slots = slots(json, shape);
    String unknown = null;
    int set = 0;
    json.beginObject();
    while (json.hasNextMember()) {
      int index = indexOf(json, shape, 0);
      if (json.readNull()) {
        continue;
      }
      if (index >= 0) {
        slots[index] = value(json, shape.member(index).shape());
        set++;
      } else if (json.name().equals(UNION_TYPE)) {
        json.skipValue();
      } else {
        unknown = json.name();
        json.skipValue();
        set++;
      }
    }
    if (set != 1) {
      throw ShapeMismatchException.ofUnion(shape);
    }
    return unknown == null
        ? new SlotStructure(shape, slots)
        : MapStructure.ofUnknownMember(unknown);
  }

  static @Nullable Object value(JsonReader json, Shape shape) {
    if (json.readNull()) {
      return null;
    }
    return switch (shape.type()) {
      case STRUCTURE ->
          json.peek() == JsonToken.BEGIN_OBJECT
              ? structure(json, (StructureShape) shape)
              : odd(json, shape);
      case LIST ->
          json.peek() == JsonToken.BEGIN_ARRAY ? list(json, (ListShape) shape) : odd(json, shape);
      case MAP ->
          json.peek() == JsonToken.BEGIN_OBJECT ? map(json, (MapShape) shape) : odd(json, shape);
      case STRING -> text(json, shape);
      case BOOLEAN -> bool(json, shape);
      case INTEGER, LONG -> whole(json, shape);
      case BIG_INTEGER, BIG_DECIMAL -> big(json, shape);
      case FLOAT, DOUBLE -> floating(json, shape);
      case TIMESTAMP -> timestamp(json, shape);
      case BLOB -> blob(json, shape);
      case DOCUMENT -> json.readValue();
    };
  }

  private static List<@Nullable Object> list(JsonReader json, ListShape shape) {
    json.charge(DocumentReader.LIST_SIZE);
    List<@Nullable Object> list = new ArrayList<>();
    Shape element = shape.element().shape();
    json.beginArray();
    while (json.hasNextElement()) {
      json.charge(DocumentReader.ELEMENT_SIZE);
      list.add(value(json, element));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, @Nullable Object> map(JsonReader json, MapShape shape) {
    json.charge(DocumentReader.MAP_SIZE);
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Shape value = shape.value().shape();
    json.beginObject();
    while (json.hasNextMember()) {
      json.charge(DocumentReader.ENTRY_SIZE);
      String key = json.name();
      map.put(key, value(json, value));
    }
    return AbstractStructure.of(map);
  }

  /** Reads a value that is not of the kind that the model specifies. */
  private static @Nullable Object odd(JsonReader json, Shape shape) {
    return PlainValues.of(shape, json.readValue());
  }

  private static @Nullable Object text(JsonReader json, Shape shape) {
    JsonToken token = json.peek();
    if (token == JsonToken.STRING) {
      return json.readString();
    }
    // All digits of a number are kept.
    return token == JsonToken.NUMBER ? json.readNumberText() : odd(json, shape);
  }

  private static @Nullable Object bool(JsonReader json, Shape shape) {
    JsonToken token = json.peek();
    boolean isBoolean = token == JsonToken.TRUE || token == JsonToken.FALSE;
    return isBoolean ? (Object) json.readBoolean() : odd(json, shape);
  }

  private static @Nullable Object whole(JsonReader json, Shape shape) {
    if (json.peek() != JsonToken.NUMBER) {
      return odd(json, shape);
    }
    Number number = json.readWhole();
    if (number instanceof Integer) {
      return shape.type() == ShapeType.LONG ? (Object) number.longValue() : number;
    }
    return finite(json, number);
  }

  private static @Nullable Object floating(JsonReader json, Shape shape) {
    if (json.peek() != JsonToken.NUMBER) {
      return odd(json, shape);
    }
    double value = json.readDouble();
    Object number =
        shape.type() == ShapeType.FLOAT ? (Object) PlainValues.single(value) : (Object) value;
    return Double.isInfinite(value) ? json.lastNumber() : number;
  }

  /** Returns a number, or its text if no double can represent it: 1e999 is not infinite. */
  private static Object finite(JsonReader json, Number number) {
    return number instanceof Double value && value.isInfinite() ? json.lastNumber() : number;
  }

  private static @Nullable Object big(JsonReader json, Shape shape) {
    return json.peek() == JsonToken.NUMBER
        ? PlainValues.of(shape, json.readNumberText())
        : odd(json, shape);
  }

  /**
   * As in boto3, accepts any format, not only the one in the model: number, numeric text, ISO 8601
   * or RFC 822.
   */
  private static @Nullable Object timestamp(JsonReader json, Shape shape) {
    if (json.peek() != JsonToken.NUMBER) {
      return odd(json, shape);
    }
    return PlainValues.of(shape, finite(json, json.readNumber()));
  }

  private static @Nullable Object blob(JsonReader json, Shape shape) {
    if (json.peek() != JsonToken.STRING) {
      return odd(json, shape);
    }
    byte @Nullable [] bytes = json.readBase64();
    return bytes == null ? PlainValues.of(shape, json.lastString()) : bytes;
  }
}
