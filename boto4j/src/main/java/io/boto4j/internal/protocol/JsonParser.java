package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonToken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
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
 * kept, and members that the model does not have are skipped. Unlike in boto3, a value of an
 * invalid kind (a text for a list) is an error, and not returned under a wrong type.
 */
final class JsonParser {
  private static final String UNION_TYPE = "__type";
  private static final int MAX_DIGITS = 10_000;

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
    return structure(json, shape);
  }

  private static Structure structure(JsonReader json, StructureShape shape) {
    expect(json, JsonToken.BEGIN_OBJECT, shape);
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
      return SlotStructure.empty(shape);
    }
    if (!json.hasNextMember()) {
      return SlotStructure.ofOne(shape, first, sole);
    }
    Object[] slots = new Object[shape.size()];
    slots[first] = sole;
    fill(json, shape, slots, first + 1);
    return new SlotStructure(shape, slots);
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
    Object[] slots = new Object[shape.size()];
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
      case STRUCTURE -> structure(json, (StructureShape) shape);
      case LIST -> list(json, (ListShape) shape);
      case MAP -> map(json, (MapShape) shape);
      case STRING -> text(json, shape);
      case BOOLEAN -> bool(json, shape);
      case INTEGER -> whole(json, shape, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
      case LONG -> whole(json, shape, Long.MIN_VALUE, Long.MAX_VALUE).longValue();
      case BIG_INTEGER -> bigInteger(json, shape);
      case FLOAT -> (float) decimal(json, shape);
      case DOUBLE -> decimal(json, shape);
      case BIG_DECIMAL -> bigDecimal(json, shape);
      case TIMESTAMP -> timestamp(json, shape);
      case BLOB -> blob(json, shape);
      case DOCUMENT -> json.readValue();
    };
  }

  private static List<@Nullable Object> list(JsonReader json, ListShape shape) {
    expect(json, JsonToken.BEGIN_ARRAY, shape);
    List<@Nullable Object> list = new ArrayList<>();
    Shape element = shape.element().shape();
    json.beginArray();
    while (json.hasNextElement()) {
      list.add(value(json, element));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, @Nullable Object> map(JsonReader json, MapShape shape) {
    expect(json, JsonToken.BEGIN_OBJECT, shape);
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Shape value = shape.value().shape();
    json.beginObject();
    while (json.hasNextMember()) {
      String key = json.name();
      map.put(key, value(json, value));
    }
    return Collections.unmodifiableMap(map);
  }

  /** Reads text. A number or boolean is accepted as its text, which loses nothing. */
  private static String text(JsonReader json, Shape shape) {
    JsonToken token = json.peek();
    if (token == JsonToken.STRING) {
      return json.readString();
    }
    if (token == JsonToken.NUMBER) {
      return json.readNumberText();
    }
    return String.valueOf(bool(json, shape));
  }

  private static boolean bool(JsonReader json, Shape shape) {
    JsonToken token = json.peek();
    if (token == JsonToken.TRUE || token == JsonToken.FALSE) {
      return json.readBoolean();
    }
    String text = token == JsonToken.STRING ? json.readString() : "";
    if (!text.equals("true") && !text.equals("false")) {
      throw mismatch(shape, token, null);
    }
    return text.equals("true");
  }

  private static Number whole(JsonReader json, Shape shape, long min, long max) {
    if (json.peek() == JsonToken.NUMBER) {
      return max == Integer.MAX_VALUE ? (Number) json.readInt() : (Number) json.readLong();
    }
    try {
      long value = Long.parseLong(numberText(json, shape));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw mismatch(shape, JsonToken.STRING, e);
    }
    throw mismatch(shape, JsonToken.STRING, null);
  }

  private static BigInteger bigInteger(JsonReader json, Shape shape) {
    String text = bounded(json, shape);
    try {
      return new BigInteger(text);
    } catch (NumberFormatException e) {
      throw mismatch(shape, JsonToken.STRING, e);
    }
  }

  private static BigDecimal bigDecimal(JsonReader json, Shape shape) {
    String text = bounded(json, shape);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw mismatch(shape, JsonToken.STRING, e);
    }
  }

  /**
   * Returns the text of a number with a limited length, since the JDK's time to parse digits grows
   * with their square.
   */
  private static String bounded(JsonReader json, Shape shape) {
    String text = numberText(json, shape);
    if (text.length() > MAX_DIGITS) {
      throw ShapeMismatchException.of(shape + " has " + text.length() + " digits", null);
    }
    return text;
  }

  private static double decimal(JsonReader json, Shape shape) {
    if (json.peek() == JsonToken.NUMBER) {
      return json.readDouble();
    }
    try {
      return decimal(numberText(json, shape));
    } catch (NumberFormatException e) {
      throw mismatch(shape, JsonToken.STRING, e);
    }
  }

  /** Parses a number, or one of the words for NaN and the infinities. */
  static double decimal(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(plain(text));
    };
  }

  /**
   * Rejects forms that Java has and JSON does not, such as hexadecimal or a suffix for the type.
   */
  private static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        throw new NumberFormatException("Not a number");
      }
    }
    return text;
  }

  private static String numberText(JsonReader json, Shape shape) {
    JsonToken token = json.peek();
    if (token == JsonToken.NUMBER) {
      return json.readNumberText();
    }
    if (token == JsonToken.STRING) {
      return json.readString();
    }
    throw mismatch(shape, token, null);
  }

  /**
   * As in boto3, accepts any format, not only the one in the model: number, numeric text, ISO 8601
   * or RFC 822.
   */
  private static Instant timestamp(JsonReader json, Shape shape) {
    JsonToken token = json.peek();
    try {
      if (token == JsonToken.NUMBER) {
        Number seconds = json.readNumber();
        return seconds instanceof Double fraction
            ? Timestamps.ofEpoch((double) fraction)
            : Timestamps.ofEpoch(seconds.longValue());
      }
      return Timestamps.parse(numberText(json, shape));
    } catch (IllegalArgumentException e) {
      throw mismatch(shape, token, e);
    }
  }

  private static byte[] blob(JsonReader json, Shape shape) {
    expect(json, JsonToken.STRING, shape);
    return json.readBase64();
  }

  private static void expect(JsonReader json, JsonToken expected, Shape shape) {
    JsonToken token = json.peek();
    if (token != expected) {
      throw mismatch(shape, token, null);
    }
  }

  private static RuntimeException mismatch(Shape shape, JsonToken seen, @Nullable Throwable cause) {
    return ShapeMismatchException.of("expected " + shape + ", found a JSON " + seen, cause);
  }
}
