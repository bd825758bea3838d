package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.CborToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser that reads CBOR directly from bytes into values of a shape.
 *
 * <p>As in boto3, members and map values that are null are omitted, elements that are null are
 * kept, and members that the model does not have are skipped. Unlike in boto3, a value of an
 * invalid kind (a text for a list) is an error, and not returned under a wrong type.
 */
final class CborParser {
  private static final String UNION_TYPE = "__type";
  private static final long EPOCH_SECONDS = 1;

  private CborParser() {}

  /** Reads a body that is one CBOR value. */
  static Structure body(byte[] body, StructureShape shape) {
    CborReader cbor = new CborReader(body);
    Structure root = root(cbor, shape);
    cbor.end();
    return root;
  }

  /** Reads the top-level value; CBOR's null is a structure without members. */
  static Structure root(CborReader cbor, StructureShape shape) {
    if (cbor.readNull()) {
      return SlotStructure.empty(shape);
    }
    return structure(cbor, shape);
  }

  private static Structure structure(CborReader cbor, StructureShape shape) {
    Object[] slots = new Object[shape.size()];
    if (shape.isUnion()) {
      return union(cbor, shape, slots);
    }
    fill(cbor, shape, slots);
    return new SlotStructure(shape, slots);
  }

  /** Reads the members in a body that is one CBOR value into their slots. */
  static void fill(byte[] body, StructureShape shape, @Nullable Object[] slots) {
    CborReader cbor = new CborReader(body);
    if (!cbor.readNull()) {
      fill(cbor, shape, slots);
    }
    cbor.end();
  }

  /** Reads a map's members into their slots; the model's order is tried first. */
  private static void fill(CborReader cbor, StructureShape shape, @Nullable Object[] slots) {
    expect(cbor, CborToken.MAP, shape);
    int guess = 0;
    cbor.beginMap();
    while (cbor.hasNextMember()) {
      int index = indexOf(cbor, shape, guess);
      if (index < 0) {
        cbor.skipValue();
      } else if (!cbor.readNull()) {
        slots[index] = value(cbor, shape.member(index).shape());
        guess = index + 1;
      }
    }
  }

  private static int indexOf(CborReader cbor, StructureShape shape, int guess) {
    return shape.indexOfWireName(cbor.nameBytes(), cbor.nameStart(), cbor.nameEnd(), guess);
  }

  /** Reads a union of exactly one member. The name of an unknown member is kept, as in JSON. */
  private static Structure union(CborReader cbor, StructureShape shape, Object[] slots) {
    expect(cbor, CborToken.MAP, shape);
    String unknown = null;
    int set = 0;
    cbor.beginMap();
    while (cbor.hasNextMember()) {
      int index = indexOf(cbor, shape, 0);
      if (cbor.readNull()) {
        continue;
      }
      if (index >= 0) {
        slots[index] = value(cbor, shape.member(index).shape());
        set++;
      } else if (cbor.name().equals(UNION_TYPE)) {
        cbor.skipValue();
      } else {
        unknown = cbor.name();
        cbor.skipValue();
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

  /** Reads a value that is not null. */
  private static Object value(CborReader cbor, Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE -> structure(cbor, (StructureShape) shape);
      case LIST -> list(cbor, (ListShape) shape);
      case MAP -> map(cbor, (MapShape) shape);
      case STRING -> cbor.readString();
      case BOOLEAN -> cbor.readBoolean();
      case INTEGER -> cbor.readInt();
      case LONG -> cbor.readLong();
      case BIG_INTEGER -> cbor.readBigInteger();
      case FLOAT -> (float) cbor.readDouble();
      case DOUBLE -> cbor.readDouble();
      case BIG_DECIMAL -> cbor.readBigDecimal();
      case TIMESTAMP -> timestamp(cbor, shape);
      case BLOB -> cbor.readBytes();
      case DOCUMENT -> document(cbor, shape);
    };
  }

  private static List<@Nullable Object> list(CborReader cbor, ListShape shape) {
    expect(cbor, CborToken.ARRAY, shape);
    List<@Nullable Object> list = new ArrayList<>(cbor.beginArray());
    Shape element = shape.element().shape();
    while (cbor.hasNextElement()) {
      list.add(cbor.readNull() ? null : value(cbor, element));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> map(CborReader cbor, MapShape shape) {
    expect(cbor, CborToken.MAP, shape);
    Map<String, Object> map = new LinkedHashMap<>();
    Shape value = shape.value().shape();
    cbor.beginMap();
    while (cbor.hasNextMember()) {
      if (!cbor.readNull()) {
        String key = cbor.name();
        map.put(key, value(cbor, value));
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /** Reads seconds since 1970, with or without their tag, with or without a fraction. */
  private static Instant timestamp(CborReader cbor, Shape shape) {
    CborToken token = cbor.peek();
    if (token == CborToken.TAG && cbor.readTag() == EPOCH_SECONDS) {
      token = cbor.peek();
    }
    try {
      if (token == CborToken.INTEGER) {
        return Timestamps.ofEpoch(cbor.readLong());
      }
      if (token == CborToken.FLOAT) {
        return Timestamps.ofEpoch(cbor.readDouble());
      }
    } catch (IllegalArgumentException e) {
      throw mismatch(shape, token, e);
    }
    throw mismatch(shape, token, null);
  }

  /** Reads a value without a shape, which is not null. */
  private static Object document(CborReader cbor, Shape shape) {
    CborToken token = cbor.peek();
    if (token == CborToken.MAP) {
      Map<String, Object> map = new LinkedHashMap<>();
      cbor.beginMap();
      while (cbor.hasNextMember()) {
        if (!cbor.readNull()) {
          String key = cbor.name();
          map.put(key, document(cbor, shape));
        }
      }
      return map;
    }
    if (token == CborToken.ARRAY) {
      List<@Nullable Object> list = new ArrayList<>(cbor.beginArray());
      while (cbor.hasNextElement()) {
        list.add(cbor.readNull() ? null : document(cbor, shape));
      }
      return list;
    }
    if (token == CborToken.TAG) {
      return timestamp(cbor, shape);
    }
    Object value = cbor.readValue();
    if (value == null) {
      throw mismatch(shape, token, null);
    }
    return value;
  }

  private static void expect(CborReader cbor, CborToken expected, Shape shape) {
    CborToken token = cbor.peek();
    if (token != expected) {
      throw mismatch(shape, token, null);
    }
  }

  private static RuntimeException mismatch(Shape shape, CborToken seen, @Nullable Throwable cause) {
    return ShapeMismatchException.of("expected " + shape + ", found a CBOR " + seen, cause);
  }
}
