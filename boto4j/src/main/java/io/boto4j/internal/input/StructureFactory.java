package io.boto4j.internal.input;

import io.boto4j.EventStream;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates structures from maps, as a parser creates them from a response. */
public final class StructureFactory {
  private StructureFactory() {}

  /**
   * Creates a structure.
   *
   * @param shape the shape of the structure, or null for an output without members
   * @param members its members
   * @param hints the remedies of the service for members that do not fit, or null if it has none
   * @return the structure
   * @throws io.boto4j.error.ParamValidationException if the members do not fit
   */
  public static Structure structure(
      @Nullable StructureShape shape, Map<String, ?> members, @Nullable InputHints hints) {
    ValidateInput.checkOutput(shape, members, hints);
    return shape == null ? MapStructure.EMPTY : slots(shape, withStream(shape, members));
  }

  /**
   * Creates a structure from members that fit the model, without checking them. Nulls are left out,
   * and names that the shape does not have are an error.
   *
   * @param shape the shape of the structure
   * @param members its members
   * @return the structure, in the order of the model
   * @throws IllegalArgumentException if a member does not fit
   */
  public static Structure trusted(StructureShape shape, Map<String, ?> members) {
    return slots(shape, members);
  }

  /** A blob that is the whole body of a response is a stream. */
  private static Map<String, ?> withStream(StructureShape shape, Map<String, ?> members) {
    String payload = shape.traits().text("payload");
    int index = payload == null ? -1 : shape.indexOf(payload);
    Object body = payload == null ? null : members.get(payload);
    if (index < 0 || body == null || shape.member(index).shape().type() != ShapeType.BLOB) {
      return members;
    }
    Map<String, Object> copy = new LinkedHashMap<>(members);
    copy.put(payload, stream(body));
    return copy;
  }

  private static ResponseStream stream(Object body) {
    if (body instanceof ResponseStream stream) {
      return stream;
    }
    if (body instanceof InputStream stream) {
      return ResponseStream.of(stream, -1);
    }
    byte[] bytes = InputValues.bytes(body);
    return ResponseStream.of(new ByteArrayInputStream(bytes), bytes.length);
  }

  private static Structure slots(StructureShape shape, Map<?, ?> members) {
    @Nullable Object[] slots = new Object[shape.size()];
    for (Map.Entry<?, ?> entry : members.entrySet()) {
      int index = shape.indexOf(String.valueOf(entry.getKey()));
      if (index < 0) {
        throw new IllegalArgumentException("No member " + entry.getKey() + " in " + shape.name());
      }
      Object value = entry.getValue();
      if (value != null) {
        Member member = shape.member(index);
        // JSON in a header is a text in the model.
        slots[index] = member.traits().flag("jsonvalue") ? value : value(member.shape(), value);
      }
    }
    return new SlotStructure(shape, slots);
  }

  private static Object value(Shape shape, Object value) {
    if (shape.type() == ShapeType.DOCUMENT) {
      return value;
    }
    if (shape instanceof StructureShape structure) {
      return value instanceof Map<?, ?> members ? slots(structure, members) : events(shape, value);
    }
    if (shape instanceof ListShape list) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (Object each : Objects.requireNonNull(InputValues.list(value))) {
        copy.add(each == null ? null : value(list.element().shape(), each));
      }
      return Collections.unmodifiableList(copy);
    }
    if (shape instanceof MapShape map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        Object each = entry.getValue();
        copy.put(
            String.valueOf(entry.getKey()), each == null ? null : value(map.value().shape(), each));
      }
      return AbstractStructure.of(copy);
    }
    return simple(shape, value);
  }

  private static EventStream events(Shape shape, Object value) {
    if (value instanceof EventStream events) {
      return events;
    }
    throw new IllegalArgumentException("Events of " + shape + " are given as an EventStream");
  }

  private static Object simple(Shape shape, Object value) {
    return switch (shape.type()) {
      case STRING -> Objects.requireNonNull(InputValues.text(value));
      case INTEGER -> ((Number) value).intValue();
      case LONG -> ((Number) value).longValue();
      case FLOAT -> ((Number) value).floatValue();
      case DOUBLE -> ((Number) value).doubleValue();
      case BIG_INTEGER -> new BigInteger(value.toString());
      case BIG_DECIMAL -> new BigDecimal(value.toString());
      case TIMESTAMP -> Objects.requireNonNull(InputValues.instant(value));
      case BLOB ->
          value instanceof InputStream || value instanceof Path ? value : InputValues.bytes(value);
      default -> value;
    };
  }
}
