package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks an input against the constraints of the model, with the texts of AWS: required members,
 * types, lengths and ranges. Patterns and enums are left to the engines, since models lag behind.
 */
final class InputCheck {
  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_SHOWN = 10_000;

  private final List<String> problems = new ArrayList<>();
  private @Nullable MismatchException wrongType;

  /** The first required member that is absent. */
  private @Nullable String missing;

  /** Whether the protocol writes an empty map as nothing. */
  private final boolean isForm;

  private InputCheck(boolean isForm) {
    this.isForm = isForm;
  }

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
    boolean isForm =
        target.protocol() == ProtocolKind.QUERY || target.protocol() == ProtocolKind.EC2;
    InputCheck check = new InputCheck(isForm);
    check.structure(shape, input, "");
    if (check.wrongType != null) {
      throw RequestReader.malformed(target, String.valueOf(check.wrongType.getMessage()));
    }
    if (check.problems.isEmpty() || target.protocol() == ProtocolKind.REST_XML) {
      return;
    }
    if (target.protocol() == ProtocolKind.EC2 && check.missing != null) {
      throw new EngineException(
          "MissingParameter", "The request must contain the parameter " + check.missing);
    }
    throw new EngineException(
        code(target, isForm),
        check.problems.size()
            + " validation error"
            + (check.problems.size() == 1 ? "" : "s")
            + " detected: "
            + String.join("; ", check.problems));
  }

  private static String code(Target target, boolean isForm) {
    if (target.service().name().equals("logs")) {
      return "InvalidParameterException";
    }
    return isForm ? "ValidationError" : "ValidationException";
  }

  private void structure(StructureShape shape, Map<?, ?> value, String path) {
    for (int i = 0; i < shape.requiredCount(); i++) {
      Member member = shape.member(shape.requiredIndex(i));
      if (value.get(member.name()) == null && !(isForm && member.shape() instanceof MapShape)) {
        missing = missing == null ? member.name() : missing;
        add(
            "Value null at '"
                + path(path, member.name())
                + "' failed to satisfy constraint: Member"
                + " must not be null");
      }
    }
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      Member member = shape.member(String.valueOf(entry.getKey()));
      if (member != null && entry.getValue() != null && !member.traits().flag("jsonvalue")) {
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
        wrongType = new MismatchException(kind(value), shape);
      }
      return;
    }
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      structure(structure, map, path);
    } else if (shape instanceof ListShape list && value instanceof List<?> elements) {
      length(shape, elements.size(), elements, path);
      if (list.element().shape().type() == ShapeType.STRING) {
        elements(list.element().shape(), elements, elements, path, "Member");
        return;
      }
      for (int i = 0; i < elements.size(); i++) {
        if (elements.get(i) != null) {
          value(list.element().shape(), elements.get(i), path + "." + (i + 1) + ".member");
        }
      }
    } else if (shape instanceof MapShape map && value instanceof Map<?, ?> entries) {
      length(shape, entries.size(), entries, path);
      elements(map.key().shape(), entries.keySet(), entries, path, "Map keys");
      if (map.value().shape().type() == ShapeType.STRING) {
        elements(map.value().shape(), entries.values(), entries, path, "Map value");
        return;
      }
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        if (entry.getValue() != null) {
          value(map.value().shape(), entry.getValue(), path + "." + entry.getKey() + ".member");
        }
      }
    } else if (value instanceof String text) {
      length(shape, text.codePointCount(0, text.length()), text, path);
    } else if (value instanceof byte[] bytes) {
      length(shape, bytes.length, bytes, path);
    } else if (value instanceof Number number) {
      range(shape, number, path);
    }
  }

  private static boolean fits(Shape shape, Object value) {
    return switch (shape.type()) {
      case STRUCTURE -> shape.traits().flag("eventstream") || value instanceof Map<?, ?>;
      case MAP -> value instanceof Map<?, ?>;
      case LIST -> value instanceof List<?>;
      case STRING -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case INTEGER -> value instanceof Integer;
      case LONG -> value instanceof Integer || value instanceof Long;
      case BIG_INTEGER ->
          value instanceof Integer || value instanceof Long || value instanceof BigInteger;
      case FLOAT, DOUBLE, BIG_DECIMAL -> value instanceof Number;
      case TIMESTAMP -> value instanceof Instant;
      case BLOB -> value instanceof byte[] || value instanceof InputStream;
      case DOCUMENT -> true;
    };
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

  /** Checks the texts in a list or map, of which AWS names the list or map and all constraints. */
  private void elements(
      Shape shape, Collection<?> texts, Object container, String path, String subject) {
    Number min = shape.traits().get("min") instanceof Number number ? number : null;
    Number max = shape.traits().get("max") instanceof Number number ? number : null;
    for (Object each : texts) {
      if (each != null && !fits(shape, each)) {
        value(shape, each, path);
        return;
      }
      String text = String.valueOf(each);
      int length = text.codePointCount(0, text.length());
      boolean wrong =
          (min != null && length < min.longValue()) || (max != null && length > max.longValue());
      if (each != null && wrong) {
        List<String> constraints = new ArrayList<>();
        if (max != null) {
          constraints.add("Member must have length less than or equal to " + max);
        }
        if (min != null) {
          constraints.add("Member must have length greater than or equal to " + min);
        }
        add(
            "Value '"
                + shown(container)
                + "' at '"
                + path
                + "' failed to satisfy constraint: "
                + subject
                + " must satisfy constraint: "
                + constraints);
        return;
      }
    }
  }

  private void length(Shape shape, int length, Object value, String path) {
    Number min = shape.traits().get("min") instanceof Number number ? number : null;
    Number max = shape.traits().get("max") instanceof Number number ? number : null;
    if (min != null && length < min.longValue()) {
      add(
          valueAt(shape, value)
              + path
              + "' failed to satisfy constraint: Member must have length greater than or equal to "
              + min);
    }
    if (max != null && length > max.longValue()) {
      add(
          valueAt(shape, value)
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

  /**
   * Begins the sentence about a value. AWS leaves the value out if it is binary, sensitive or a
   * list of maps, such as the keys of DynamoDB.
   */
  private static String valueAt(Shape shape, Object value) {
    boolean hidden =
        value instanceof byte[]
            || shape.traits().flag("sensitive")
            || (shape instanceof ListShape list && list.element().shape() instanceof MapShape);
    return hidden ? "Value at '" : "Value '" + shown(value) + "' at '";
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }
}
