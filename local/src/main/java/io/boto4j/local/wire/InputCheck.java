package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks an input against the constraints of the model, with the texts of AWS: required members,
 * types, lengths and ranges. Patterns and enums are left to the engines, since models lag behind.
 */
final class InputCheck {
  private static final int MOST_PROBLEMS = 10;

  private final List<String> problems = new ArrayList<>();
  private @Nullable String wrongType;

  private InputCheck() {}

  /**
   * Checks an input.
   *
   * @param target the operation
   * @param input the input
   * @throws EngineException if the input does not fit
   */
  static void check(Target target, Structure input) {
    StructureShape shape = target.operation().input();
    if (shape == null) {
      return;
    }
    InputCheck check = new InputCheck();
    check.structure(shape, input, "");
    if (check.wrongType != null) {
      throw new EngineException("SerializationException", check.wrongType);
    }
    if (check.problems.isEmpty() || target.protocol() == ProtocolKind.REST_XML) {
      return;
    }
    throw new EngineException(
        target.protocol() == ProtocolKind.QUERY || target.protocol() == ProtocolKind.EC2
            ? "ValidationError"
            : "ValidationException",
        check.problems.size()
            + " validation error"
            + (check.problems.size() == 1 ? "" : "s")
            + " detected: "
            + String.join("; ", check.problems));
  }

  private void structure(StructureShape shape, Map<?, ?> value, String path) {
    for (int i = 0; i < shape.requiredCount(); i++) {
      Member member = shape.member(shape.requiredIndex(i));
      if (value.get(member.name()) == null) {
        add("Value null at '" + path(path, member.name()) + "' failed to satisfy constraint: Member"
            + " must not be null");
      }
    }
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      Member member = shape.member(String.valueOf(entry.getKey()));
      if (member != null && entry.getValue() != null) {
        value(member.shape(), entry.getValue(), path(path, member.name()));
      }
    }
  }

  private static String path(String path, String name) {
    String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return path.isEmpty() ? lower : path + "." + lower;
  }

  private void add(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private void value(Shape shape, Object value, String path) {
    if (!fits(shape, value)) {
      if (wrongType == null) {
        wrongType = kind(value) + " can not be converted to " + article(shape);
      }
      return;
    }
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      structure(structure, map, path);
    } else if (shape instanceof ListShape list && value instanceof List<?> elements) {
      length(shape, elements.size(), elements, path);
      for (int i = 0; i < elements.size(); i++) {
        if (elements.get(i) != null) {
          value(list.element().shape(), elements.get(i), path + "." + (i + 1) + ".member");
        }
      }
    } else if (shape instanceof MapShape map && value instanceof Map<?, ?> entries) {
      length(shape, entries.size(), entries, path);
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        if (entry.getValue() != null) {
          value(map.value().shape(), entry.getValue(), path + "." + entry.getKey() + ".member");
        }
      }
    } else if (value instanceof String text) {
      length(shape, text.codePointCount(0, text.length()), text, path);
    } else if (value instanceof Number number) {
      range(shape, number, path);
    }
  }

  private static boolean fits(Shape shape, Object value) {
    return switch (shape.type()) {
      case STRUCTURE -> shape.traits().flag("eventstream") || value instanceof Map<?, ?>;
      case MAP -> value instanceof Map<?, ?>;
      case LIST -> value instanceof List<?>;
      case STRING -> value instanceof String || shape.traits().flag("jsonvalue") || isJson(value);
      case BOOLEAN -> value instanceof Boolean;
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> value instanceof Number;
      case TIMESTAMP, BLOB, DOCUMENT -> true;
    };
  }

  /** A text that is JSON arrives as a value if it is in a header. */
  private static boolean isJson(Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }

  private static String kind(Object value) {
    if (value instanceof String) {
      return "STRING_VALUE";
    }
    if (value instanceof Number) {
      return "NUMBER_VALUE";
    }
    if (value instanceof Boolean bool) {
      return bool ? "TRUE_VALUE" : "FALSE_VALUE";
    }
    return value instanceof List<?> ? "Start of list" : "Start of structure or map";
  }

  private static String article(Shape shape) {
    ShapeType type = shape.type();
    String name = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
    return (type == ShapeType.INTEGER ? "an " : "a ") + name;
  }

  private void length(Shape shape, int length, Object value, String path) {
    Number min = shape.traits().get("min") instanceof Number number ? number : null;
    Number max = shape.traits().get("max") instanceof Number number ? number : null;
    if (min != null && length < min.longValue()) {
      add(
          "Value '"
              + shown(value)
              + "' at '"
              + path
              + "' failed to satisfy constraint: Member must have length greater than or equal to "
              + min);
    }
    if (max != null && length > max.longValue()) {
      add(
          "Value '"
              + shown(value)
              + "' at '"
              + path
              + "' failed to satisfy constraint: Member must have length less than or equal to "
              + max);
    }
  }

  private void range(Shape shape, Number value, String path) {
    if (!Double.isFinite(value.doubleValue())) {
      // NaN and the infinities are in no range; engines refuse them where the service does.
      return;
    }
    BigDecimal exact = new BigDecimal(value.toString());
    if (shape.traits().get("min") instanceof Number min
        && exact.compareTo(new BigDecimal(min.toString())) < 0) {
      add(
          "Value '"
              + value
              + "' at '"
              + path
              + "' failed to satisfy constraint: Member must have value greater than or equal to "
              + min);
    }
    if (shape.traits().get("max") instanceof Number max
        && exact.compareTo(new BigDecimal(max.toString())) > 0) {
      add(
          "Value '"
              + value
              + "' at '"
              + path
              + "' failed to satisfy constraint: Member must have value less than or equal to "
              + max);
    }
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
