package io.boto4j.internal.help;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Example input with every member, to be filled in: botocore's ArgumentGenerator. */
public final class Skeleton {
  /** The shapes around the current one. A shape within itself is left empty. */
  private final Deque<Shape> around = new ArrayDeque<>();

  private Skeleton() {}

  /**
   * Creates a skeleton.
   *
   * @param input the input of an operation, or null if it has none
   * @return a modifiable map of all members; texts are empty, numbers 0, and enumerations their
   *     first value
   */
  public static Map<String, Object> of(@Nullable StructureShape input) {
    return input == null ? new LinkedHashMap<>() : new Skeleton().members(input);
  }

  private Map<String, Object> members(StructureShape shape) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (around.contains(shape)) {
      return members;
    }
    around.push(shape);
    // Exactly one member of a union may be set.
    int count = shape.isUnion() ? Math.min(1, shape.size()) : shape.size();
    for (int i = 0; i < count; i++) {
      Member member = shape.member(i);
      members.put(member.name(), value(member.shape()));
    }
    around.pop();
    return members;
  }

  private Object value(Shape shape) {
    if (shape instanceof StructureShape structure) {
      return members(structure);
    }
    if (shape instanceof ListShape list) {
      List<Object> one = new ArrayList<>();
      if (!around.contains(shape)) {
        around.push(shape);
        one.add(value(list.element().shape()));
        around.pop();
      }
      return one;
    }
    if (shape instanceof MapShape map) {
      Map<String, Object> one = new LinkedHashMap<>();
      if (!around.contains(shape)) {
        around.push(shape);
        one.put("KeyName", value(map.value().shape()));
        around.pop();
      }
      return one;
    }
    return simple(shape);
  }

  private static Object simple(Shape shape) {
    return switch (shape.type()) {
      case INTEGER -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0.0;
      case BIG_INTEGER -> BigInteger.ZERO;
      case BIG_DECIMAL -> BigDecimal.ZERO;
      case BOOLEAN -> true;
      case TIMESTAMP -> Instant.EPOCH;
      case BLOB -> new byte[0];
      case STRING -> firstOf(shape);
      case STRUCTURE, LIST, MAP, DOCUMENT -> new LinkedHashMap<String, Object>();
    };
  }

  private static String firstOf(Shape shape) {
    return shape.traits().get("enum") instanceof List<?> names && !names.isEmpty()
        ? String.valueOf(names.get(0))
        : "";
  }
}
