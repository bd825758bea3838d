package io.boto4j.typed.contract;

import io.boto4j.Json;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.shape.InputFit;
import io.boto4j.typed.shape.ReflectedType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The value in a {@code @Default}. */
public final class DefaultValue {
  private DefaultValue() {}

  /**
   * Returns the value that is sent.
   *
   * @param member the member
   * @param text the text in the annotation
   * @return the text itself for a string, timestamp or blob; otherwise the value of the JSON
   * @throws IllegalArgumentException if the text is not JSON
   */
  public static @Nullable Object of(Member member, String text) {
    ShapeType type = member.shape().type();
    boolean plain =
        type == ShapeType.STRING || type == ShapeType.TIMESTAMP || type == ShapeType.BLOB;
    return plain ? text : Json.read(text);
  }

  /** Checks a value against its member. */
  static void check(Member member, String text, Consumer<String> problems) {
    try {
      value(of(member, text), member, member.name(), problems);
    } catch (IllegalArgumentException e) {
      problems.accept("The default of " + member.name() + " is not JSON: " + e.getMessage() + ".");
    }
  }

  private static void value(
      @Nullable Object value, Member member, String place, Consumer<String> problems) {
    Shape shape = member.shape();
    if (value == null) {
      problems.accept("The default of " + place + " is null. Remove it.");
      return;
    }
    String unfit = InputFit.problem(ReflectedType.of(value.getClass()), member, place);
    if (unfit != null) {
      problems.accept("The default of " + unfit);
    } else if (value instanceof Number number && isWhole(shape) && hasFraction(number)) {
      problems.accept("The default of " + place + " is " + number + ", which has a fraction.");
    } else if (value instanceof List<?> list && shape instanceof ListShape of) {
      for (int i = 0; i < list.size(); i++) {
        value(list.get(i), of.element(), place + "[" + i + "]", problems);
      }
    } else if (value instanceof Map<?, ?> map) {
      entries(map, shape, place, problems);
    }
  }

  private static void entries(Map<?, ?> map, Shape shape, String place, Consumer<String> problems) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Member member = null;
      if (shape instanceof MapShape of) {
        member = of.value();
      } else if (shape instanceof StructureShape structure) {
        member = structure.member(name);
        if (member == null) {
          problems.accept(
              "The default of "
                  + place
                  + " has a member "
                  + name
                  + ", which "
                  + structure.name()
                  + " does not have.");
        }
      }
      if (member != null) {
        value(entry.getValue(), member, place + "." + name, problems);
      }
    }
    if (shape instanceof StructureShape structure) {
      required(map, structure, place, problems);
    }
  }

  private static void required(
      Map<?, ?> map, StructureShape shape, String place, Consumer<String> problems) {
    for (int i = 0; i < shape.requiredCount() && !shape.isUnion(); i++) {
      String name = shape.member(shape.requiredIndex(i)).name();
      if (!map.containsKey(name)) {
        problems.accept("The default of " + place + " lacks " + name + ", which is required.");
      }
    }
  }

  private static boolean isWhole(Shape shape) {
    return switch (shape.type()) {
      case INTEGER, LONG, BIG_INTEGER -> true;
      case FLOAT, DOUBLE, BIG_DECIMAL, STRUCTURE, LIST, MAP, DOCUMENT -> false;
      case STRING, BOOLEAN, TIMESTAMP, BLOB -> false;
    };
  }

  private static boolean hasFraction(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().scale() > 0;
  }
}
