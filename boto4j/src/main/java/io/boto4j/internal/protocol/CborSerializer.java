package io.boto4j.internal.protocol;

import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A serializer that writes input as CBOR, in the caller's order.
 *
 * <p>If validation is off, input may not fit the model. That causes an IllegalArgumentException;
 * nothing is silently dropped.
 */
final class CborSerializer {
  private static final long EPOCH_SECONDS = 1;

  private CborSerializer() {}

  /** Writes a structure. Members that are null are omitted, as in boto3. */
  static void structure(CborWriter cbor, StructureShape shape, Map<?, ?> value) {
    int size = 0;
    for (Object each : value.values()) {
      size += each == null ? 0 : 1;
    }
    cbor.beginMap(size);
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Member member = shape.member(name);
      if (member == null) {
        throw InputValues.unknownMember(shape);
      }
      Object each = entry.getValue();
      if (each != null) {
        cbor.name(member.wireName());
        value(cbor, member, each);
      }
    }
    cbor.endMap();
  }

  private static void value(CborWriter cbor, Member member, @Nullable Object value) {
    if (value == null) {
      cbor.nullValue();
      return;
    }
    Shape shape = member.shape();
    switch (shape.type()) {
      case STRUCTURE ->
          structure(
              cbor, (StructureShape) shape, InputValues.fit(value, InputValues.map(value), shape));
      case LIST ->
          list(cbor, (ListShape) shape, InputValues.fit(value, InputValues.list(value), shape));
      case MAP ->
          map(cbor, (MapShape) shape, InputValues.fit(value, InputValues.map(value), shape));
      case STRING -> cbor.value(JsonDocument.text(member, value));
      case BOOLEAN -> cbor.value((boolean) InputValues.fit(value, InputValues.bool(value), shape));
      case INTEGER, LONG, BIG_INTEGER ->
          whole(cbor, InputValues.fit(value, InputValues.whole(value), shape));
      case FLOAT -> single(cbor, InputValues.fit(value, InputValues.number(value), shape), shape);
      case DOUBLE -> decimal(cbor, InputValues.fit(value, InputValues.number(value), shape), shape);
      case BIG_DECIMAL ->
          bigDecimal(cbor, InputValues.fit(value, InputValues.number(value), shape), shape);
      case TIMESTAMP ->
          // boto3 cuts off fractions of a second, as it does for the JSON protocols.
          cbor.tag(EPOCH_SECONDS)
              .value(
                  Timestamps.epochSeconds(
                      InputValues.fit(value, InputValues.instant(value), shape)));
      case BLOB -> blob(cbor, value);
      case DOCUMENT -> document(cbor, value);
    }
  }

  private static void list(CborWriter cbor, ListShape shape, Collection<?> elements) {
    cbor.beginArray(elements.size());
    for (Object element : elements) {
      value(cbor, shape.element(), element);
    }
    cbor.endArray();
  }

  private static void map(CborWriter cbor, MapShape shape, Map<?, ?> map) {
    cbor.beginMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      cbor.name(String.valueOf(entry.getKey()));
      value(cbor, shape.value(), entry.getValue());
    }
    cbor.endMap();
  }

  private static void whole(CborWriter cbor, Number number) {
    if (number instanceof BigInteger big) {
      cbor.value(big);
    } else {
      cbor.value(number.longValue());
    }
  }

  private static void single(CborWriter cbor, Number number, Shape shape) {
    float value = number.floatValue();
    requireInRange(Float.isInfinite(value), number, shape);
    cbor.value(value);
  }

  private static void decimal(CborWriter cbor, Number number, Shape shape) {
    // A user who writes 0.1f means 0.1, and not the exact value of the float.
    double value =
        number instanceof Float single
            ? Double.parseDouble(single.toString())
            : number.doubleValue();
    requireInRange(Double.isInfinite(value), number, shape);
    cbor.value(value);
  }

  /**
   * Rejects a number that is too large for its shape; an infinity is sent only if one was passed.
   */
  private static void requireInRange(boolean infinite, Number number, Shape shape) {
    boolean passed =
        (number instanceof Double || number instanceof Float)
            && Double.isInfinite(number.doubleValue());
    if (infinite && !passed) {
      throw new IllegalArgumentException("A number does not fit " + shape);
    }
  }

  private static void bigDecimal(CborWriter cbor, Number number, Shape shape) {
    BigDecimal decimal = InputValues.decimal(number);
    if (decimal == null) {
      throw new IllegalArgumentException("A number does not fit " + shape);
    }
    cbor.value(decimal);
  }

  private static void blob(CborWriter cbor, Object value) {
    byte[] bytes = InputValues.bytes(value);
    cbor.bytes(bytes, 0, bytes.length);
  }

  /** Writes a document, which may contain all types of input: arrays, enum constants, responses. */
  private static void document(CborWriter cbor, @Nullable Object value) {
    String text = InputValues.text(value);
    Collection<?> list = text == null ? InputValues.list(value) : null;
    if (text != null) {
      cbor.value(text);
    } else if (list != null) {
      cbor.beginArray(list.size());
      for (Object element : list) {
        document(cbor, element);
      }
      cbor.endArray();
    } else if (value instanceof Map<?, ?> map) {
      cbor.beginMap(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        cbor.name(String.valueOf(entry.getKey()));
        document(cbor, entry.getValue());
      }
      cbor.endMap();
    } else {
      cbor.value(value);
    }
  }
}
