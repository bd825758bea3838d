package io.boto4j.dynamodb;

import io.boto4j.Params;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Input with plain values and conditions to the form of the model. Whatever does not fit the model
 * is left for the check of the input, which reports it.
 */
final class DocumentInput {
  static final String ATTRIBUTE_VALUE = "AttributeValue";

  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";

  private DocumentInput() {}

  static Map<String, ?> of(@Nullable StructureShape shape, Map<String, ?> parameters) {
    if (shape == null) {
      return parameters;
    }
    try {
      return structure(shape, parameters);
    } catch (BadValueException e) {
      throw e.report();
    }
  }

  private static Map<String, Object> structure(StructureShape shape, Map<?, ?> value) {
    Map<String, Object> converted = new LinkedHashMap<>();
    boolean hasExpressions = false;
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Object given = entry.getValue();
      Member member = shape.member(name);
      put(converted, name, member == null ? given : value(member.shape(), given, name));
      hasExpressions |= isExpression(given) || (member != null && isProjection(name, given));
    }
    if (hasExpressions) {
      writeExpressions(shape, converted);
    }
    return converted;
  }

  /** Null is kept: the check of the input reports it. */
  @SuppressWarnings("NullAway")
  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    map.put(name, value);
  }

  private static boolean isExpression(@Nullable Object value) {
    return value instanceof Condition || value instanceof UpdateActions;
  }

  private static boolean isProjection(String name, @Nullable Object value) {
    return name.equals("ProjectionExpression") && value instanceof Collection;
  }

  private static @Nullable Object value(Shape shape, @Nullable Object value, String name) {
    try {
      return value(shape, value);
    } catch (BadValueException e) {
      throw e.in(name);
    }
  }

  private static @Nullable Object value(Shape shape, @Nullable Object value) {
    if (shape.name().equals(ATTRIBUTE_VALUE)) {
      return ValueSerializer.value(value);
    }
    Object given = value instanceof Record fields ? Params.from(fields) : value;
    if (shape instanceof StructureShape structure && given instanceof Map<?, ?> members) {
      return structure(structure, members);
    }
    if (shape instanceof MapShape map && given instanceof Map<?, ?> entries) {
      return map(map.value().shape(), entries);
    }
    if (shape instanceof ListShape list && given instanceof Object[] array) {
      return list(list.element().shape(), Arrays.asList(array));
    }
    return shape instanceof ListShape list && given instanceof Collection<?> elements
        ? list(list.element().shape(), elements)
        : value;
  }

  private static Map<String, Object> map(Shape shape, Map<?, ?> entries) {
    Map<String, Object> converted = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      String name = String.valueOf(entry.getKey());
      put(converted, name, value(shape, entry.getValue(), name));
    }
    return converted;
  }

  private static List<@Nullable Object> list(Shape shape, Collection<?> elements) {
    List<@Nullable Object> converted = new ArrayList<>(elements.size());
    for (Object each : elements) {
      try {
        converted.add(value(shape, each));
      } catch (BadValueException e) {
        throw e.at(converted.size());
      }
    }
    return converted;
  }

  /**
   * Writes the expressions of a structure, and their names and values beside them. As in boto3, the
   * conditions on keys have the last numbers.
   */
  private static void writeExpressions(StructureShape shape, Map<String, Object> converted) {
    ExpressionWriter writer = new ExpressionWriter(map(converted, NAMES), map(converted, VALUES));
    for (boolean keys : new boolean[] {false, true}) {
      for (Map.Entry<String, Object> entry : converted.entrySet()) {
        Member member = shape.member(entry.getKey());
        if (member != null
            && entry.getValue() instanceof Condition condition
            && member.shape().name().equals("KeyExpression") == keys) {
          entry.setValue((keys ? condition.requireKeys() : condition).written(writer));
        }
      }
    }
    for (Map.Entry<String, Object> entry : List.copyOf(converted.entrySet())) {
      if (entry.getValue() instanceof UpdateActions<?> update) {
        Map<String, Object> written = new LinkedHashMap<>();
        update.writeInto(written, writer);
        converted.putAll(written);
      } else if (isProjection(entry.getKey(), entry.getValue())) {
        converted.put(
            entry.getKey(), Projection.of((Collection<?>) entry.getValue()).written(writer));
      }
    }
    writer.putInto(converted);
  }

  @SuppressWarnings("unchecked") // the keys were converted to strings
  private static Map<String, Object> map(Map<String, Object> converted, String name) {
    return converted.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
