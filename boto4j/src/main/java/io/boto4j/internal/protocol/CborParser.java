package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.CborTag;
import io.boto4j.model.codec.CborToken;
import io.boto4j.model.codec.DocumentReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parser that reads CBOR directly from bytes into values of a shape.
 *
 * <p>As in boto3, members and map values that are null are omitted, elements that are null are
 * kept, and members that the model does not have are skipped. For a value of another kind than the
 * model specifies see {@link PlainValues}.
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
    skipTags(cbor);
    if (cbor.readNull()) {
      return SlotStructure.empty(shape);
    }
    CborToken token = cbor.peek();
    if (token != CborToken.MAP) {
      throw ShapeMismatchException.of("expected " + shape + ", found a CBOR " + token, null);
    }
    return structure(cbor, shape);
  }

  private static Structure structure(CborReader cbor, StructureShape shape) {
    cbor.charge(DocumentReader.STRUCTURE_SIZE + (long) DocumentReader.SLOT_SIZE * shape.size());
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
    skipTags(cbor);
    if (!cbor.readNull()) {
      fill(cbor, shape, slots);
    }
    cbor.end();
  }

  /** Reads a map's members into their slots; the model's order is tried first. */
  private static void fill(CborReader cbor, StructureShape shape, @Nullable Object[] slots) {
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

  /** Reads a value that is not null; null if it is absent. */
  private static @Nullable Object value(CborReader cbor, Shape shape) {
    CborToken token = cbor.peek();
    return switch (shape.type()) {
      case STRUCTURE ->
          token == CborToken.MAP ? structure(cbor, (StructureShape) shape) : tagged(cbor, shape);
      case LIST -> token == CborToken.ARRAY ? list(cbor, (ListShape) shape) : tagged(cbor, shape);
      case MAP -> token == CborToken.MAP ? map(cbor, (MapShape) shape) : tagged(cbor, shape);
      case STRING -> token == CborToken.STRING ? cbor.readString() : odd(cbor, shape);
      case BOOLEAN -> token == CborToken.BOOLEAN ? cbor.readBoolean() : odd(cbor, shape);
      case DOUBLE -> token == CborToken.FLOAT ? cbor.readDouble() : odd(cbor, shape);
      case BLOB -> token == CborToken.BYTES ? cbor.readBytes() : odd(cbor, shape);
      case INTEGER, LONG, BIG_INTEGER, FLOAT, BIG_DECIMAL -> odd(cbor, shape);
      case TIMESTAMP -> timestamp(cbor, shape);
      case DOCUMENT -> document(cbor);
    };
  }

  /** Reads a structure, list or map behind a tag, which changes nothing, or another value. */
  private static @Nullable Object tagged(CborReader cbor, Shape shape) {
    if (cbor.peek() != CborToken.TAG) {
      return odd(cbor, shape);
    }
    skipTags(cbor);
    return value(cbor, shape);
  }

  /** Skips tags such as 55799, which only marks CBOR as such (RFC 8949, section 3.4.6). */
  private static void skipTags(CborReader cbor) {
    while (cbor.peek() == CborToken.TAG) {
      cbor.readTag();
    }
  }

  /** Reads a value that may not be of the kind that the model specifies. */
  private static @Nullable Object odd(CborReader cbor, Shape shape) {
    return PlainValues.of(shape, document(cbor));
  }

  private static List<@Nullable Object> list(CborReader cbor, ListShape shape) {
    cbor.charge(DocumentReader.LIST_SIZE);
    List<@Nullable Object> list = new ArrayList<>(cbor.beginArray());
    Shape element = shape.element().shape();
    while (cbor.hasNextElement()) {
      cbor.charge(DocumentReader.ELEMENT_SIZE);
      list.add(cbor.readNull() ? null : value(cbor, element));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> map(CborReader cbor, MapShape shape) {
    cbor.charge(DocumentReader.MAP_SIZE);
    Map<String, Object> map = new LinkedHashMap<>();
    Shape value = shape.value().shape();
    cbor.beginMap();
    while (cbor.hasNextMember()) {
      cbor.charge(DocumentReader.ENTRY_SIZE);
      String key = cbor.name();
      Object read = cbor.readNull() ? null : value(cbor, value);
      if (read != null) {
        map.put(key, read);
      }
    }
    return AbstractStructure.of(map);
  }

  /** Reads a timestamp, which may lack its tag. */
  private static @Nullable Object timestamp(CborReader cbor, Shape shape) {
    if (cbor.peek() != CborToken.TAG) {
      return odd(cbor, shape);
    }
    cbor.readTag();
    return odd(cbor, shape);
  }

  private static @Nullable Object document(CborReader cbor) {
    return untagged(cbor.readValue());
  }

  /**
   * Returns a value without tags, of which only that of timestamps has a meaning. Maps and lists
   * are changed in place: a second copy might not fit into the heap.
   */
  @SuppressWarnings("unchecked") // the reader creates no other maps and lists
  private static @Nullable Object untagged(@Nullable Object value) {
    if (value instanceof CborTag tag) {
      Object content = untagged(tag.value());
      return tag.number() == EPOCH_SECONDS && content instanceof Number seconds
          ? PlainValues.timestamp(seconds)
          : content;
    }
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) value;
      members.replaceAll((name, content) -> untagged(content));
      members.values().removeIf(Objects::isNull);
    } else if (value instanceof List<?>) {
      ((List<@Nullable Object>) value).replaceAll(CborParser::untagged);
    }
    return value;
  }
}
