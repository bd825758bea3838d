package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Condition.Comparator;
import io.boto4j.local.dynamodb.expression.KeyCondition;
import io.boto4j.local.dynamodb.expression.Operand;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Update;
import io.boto4j.local.dynamodb.expression.UpdateValue;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.dynamodb.value.ValueReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that expressions replaced, converted to what expressions are parsed to. */
final class Legacy {
  private static final Set<String> SETS = Set.of("EQ", "NE");
  private static final Set<String> SCALARS =
      Set.of("LE", "LT", "GE", "GT", "CONTAINS", "NOT_CONTAINS", "IN", "BETWEEN");

  private Legacy() {}

  /** Reads {@code QueryFilter} or {@code ScanFilter}; null if it is absent. */
  static @Nullable Condition filter(Structure input, String parameter) {
    if (input.get(parameter) == null) {
      return null;
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, Structure> entry : input.structureMap(parameter).entrySet()) {
      KeyCondition condition = condition(entry.getValue());
      conditions.add(condition(entry.getKey(), condition.operator(), condition.values()));
    }
    return joined(input, conditions);
  }

  /** Reads {@code KeyConditions}. */
  static Map<String, KeyCondition> keyConditions(Structure input) {
    Map<String, KeyCondition> conditions = new LinkedHashMap<>();
    input
        .structureMap("KeyConditions")
        .forEach((name, condition) -> conditions.put(name, condition(condition)));
    return conditions;
  }

  private static KeyCondition condition(Structure condition) {
    String operator = condition.text("ComparisonOperator");
    if (operator == null) {
      throw Failures.parameter("ComparisonOperator must be specified");
    }
    Constraints.checkOperator(operator, "comparisonOperator");
    List<Value> values = values(condition);
    checkValues(operator, values);
    for (Value value : values) {
      Value.Type type = value.type();
      boolean fits =
          SETS.contains(operator)
              || (SCALARS.contains(operator) && type.isScalar())
              || (operator.equals("BEGINS_WITH") && type.isScalar() && type != Value.Type.N);
      if (!fits) {
        throw Failures.parameter(
            "ComparisonOperator "
                + operator
                + " is not valid for "
                + type
                + " AttributeValue type");
      }
    }
    return new KeyCondition(operator, values);
  }

  private static List<Value> values(Structure condition) {
    List<Value> values = new ArrayList<>();
    condition.list("AttributeValueList").forEach(each -> values.add(ValueReader.value(each)));
    return values;
  }

  private static void checkValues(String operator, List<Value> values) {
    int count = values.size();
    boolean valid =
        switch (operator) {
          case "NULL", "NOT_NULL" -> count == 0;
          case "IN" -> count > 0;
          case "BETWEEN" -> count == 2;
          default -> count == 1;
        };
    if (!valid) {
      throw Failures.parameter(
          "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
    }
    for (Value value : values) {
      if (value.type() != values.get(0).type()) {
        throw Failures.parameter("AttributeValues inside AttributeValueList must be of same type");
      }
    }
    if (operator.equals("BETWEEN")
        && values.get(0).type().isScalar()
        && Value.compare(values.get(0), values.get(1)) > 0) {
      throw Failures.validation(
          "The BETWEEN condition was provided a range where the lower bound is greater than the"
              + " upper bound");
    }
  }

  private static @Nullable Condition joined(Structure input, List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return null;
    }
    return "OR".equals(input.text("ConditionalOperator"))
        ? new Condition.Or(conditions)
        : new Condition.And(conditions);
  }

  private static Condition condition(String name, String operator, List<Value> values) {
    Operand attribute = new Operand.At(Path.of(name));
    List<Operand> operands = new ArrayList<>();
    values.forEach(value -> operands.add(new Operand.Literal(value)));
    return switch (operator) {
      case "NULL" -> new Condition.Not(new Condition.Exists(attribute));
      case "NOT_NULL" -> new Condition.Exists(attribute);
      case "CONTAINS" -> new Condition.Contains(attribute, operands.get(0));
      case "NOT_CONTAINS" -> new Condition.Not(new Condition.Contains(attribute, operands.get(0)));
      case "BEGINS_WITH" -> new Condition.BeginsWith(attribute, operands.get(0));
      case "IN" -> new Condition.In(attribute, operands);
      case "BETWEEN" -> new Condition.Between(attribute, operands.get(0), operands.get(1));
      default -> new Condition.Compare(attribute, Comparator.valueOf(operator), operands.get(0));
    };
  }

  /** Reads {@code Expected}; null if it is absent or empty. */
  static @Nullable Condition expected(Structure input) {
    List<Condition> conditions = new ArrayList<>();
    input
        .structureMap("Expected")
        .forEach((name, expected) -> conditions.add(expected(name, expected)));
    return joined(input, conditions);
  }

  private static Condition expected(String name, Structure expected) {
    boolean hasList = expected.get("AttributeValueList") != null;
    boolean hasValue = expected.get("Value") != null;
    String operator = expected.text("ComparisonOperator");
    Boolean exists = expected.bool("Exists");
    if (hasList && hasValue) {
      throw Failures.parameter(
          "Value and AttributeValueList cannot be used together for Attribute: " + name);
    }
    if (operator == null) {
      if (hasList) {
        throw Failures.parameter(
            "AttributeValueList can only be used with a ComparisonOperator for Attribute: " + name);
      }
      return exists(name, exists, hasValue ? ValueReader.value(expected.get("Value")) : null);
    }
    if (exists != null) {
      throw Failures.parameter(
          "Exists and ComparisonOperator cannot be used together for Attribute: " + name);
    }
    Constraints.checkOperator(operator, "expected." + name + ".member.comparisonOperator");
    boolean needsNone = operator.equals("NULL") || operator.equals("NOT_NULL");
    if (!needsNone && !hasList && !hasValue) {
      throw Failures.parameter(
          "Value or AttributeValueList must be used with ComparisonOperator: "
              + operator
              + " for Attribute: "
              + name);
    }
    List<Value> values =
        hasValue ? List.of(ValueReader.value(expected.get("Value"))) : values(expected);
    checkValues(operator, values);
    return condition(name, operator, values);
  }

  private static Condition exists(String name, @Nullable Boolean exists, @Nullable Value value) {
    if (Boolean.FALSE.equals(exists)) {
      if (value != null) {
        throw Failures.parameter(
            "Value cannot be used when Exists is false for Attribute: " + name);
      }
      return condition(name, "NULL", List.of());
    }
    if (value == null) {
      throw Failures.parameter(
          "Value must be provided when Exists is " + exists + " for Attribute: " + name);
    }
    return condition(name, "EQ", List.of(value));
  }

  /** Reads {@code AttributeUpdates}. */
  static Update updates(Structure input) {
    List<Update.Action> actions = new ArrayList<>();
    input
        .structureMap("AttributeUpdates")
        .forEach((name, update) -> actions.add(action(Path.of(name), update)));
    return Update.of(actions);
  }

  private static Update.Action action(Path path, Structure update) {
    String action = update.text("Action");
    Value value = update.get("Value") == null ? null : ValueReader.value(update.get("Value"));
    if (value == null) {
      if (!"DELETE".equals(action)) {
        throw Failures.parameter(
            "Only DELETE action is allowed when no attribute value is specified");
      }
      return new Update.Remove(path);
    }
    if ("DELETE".equals(action)) {
      if (!value.type().isSet()) {
        throw Failures.parameter(
            "DELETE action with value is not supported for the type " + value.type());
      }
      return new Update.Delete(path, value);
    }
    if ("ADD".equals(action)) {
      boolean addable =
          value.type().isSet() || value.type() == Value.Type.N || value.type() == Value.Type.L;
      if (!addable) {
        throw Failures.parameter("ADD action is not supported for the type " + value.type());
      }
      return new Update.Add(path, value);
    }
    return new Update.Set(path, new UpdateValue.Literal(value));
  }
}
