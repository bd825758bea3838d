package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The condition on one key attribute in a query.
 *
 * @param operator {@code EQ}, {@code LT}, {@code LE}, {@code GT}, {@code GE}, {@code BETWEEN} or
 *     {@code BEGINS_WITH}; of legacy parameters also one that no key can have
 * @param values the values, two for {@code BETWEEN} and one for the others
 */
public record KeyCondition(String operator, List<Value> values) {
  /**
   * Converts a key condition expression.
   *
   * @param condition the parsed expression
   * @return the conditions by the names of the attributes, in the order of the expression
   */
  public static Map<String, KeyCondition> of(Condition condition) {
    Map<String, KeyCondition> conditions = new LinkedHashMap<>();
    collect(condition, conditions);
    return conditions;
  }

  private static void collect(Condition condition, Map<String, KeyCondition> found) {
    if (condition instanceof Condition.And and) {
      and.conditions().forEach(each -> collect(each, found));
    } else if (condition instanceof Condition.Compare compare) {
      comparison(compare, found);
    } else if (condition instanceof Condition.Between between) {
      if (!(between.operand() instanceof Operand.At at)) {
        throw mustBeFirst("BETWEEN");
      }
      List<Value> bounds = List.of(value(between.low()), value(between.high()));
      add(at, "BETWEEN", bounds, found);
    } else if (condition instanceof Condition.BeginsWith begins) {
      if (!(begins.operand() instanceof Operand.At at)) {
        throw mustBeFirst("begins_with");
      }
      add(at, "BEGINS_WITH", List.of(value(begins.start())), found);
    } else {
      throw invalid("Invalid operator used in KeyConditionExpression: " + name(condition));
    }
  }

  private static String name(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return not.condition() instanceof Condition.Exists ? "attribute_not_exists" : "NOT";
    }
    if (condition instanceof Condition.Exists) {
      return "attribute_exists";
    }
    if (condition instanceof Condition.HasType) {
      return "attribute_type";
    }
    if (condition instanceof Condition.Contains) {
      return "contains";
    }
    return condition instanceof Condition.In ? "IN" : "OR";
  }

  private static void comparison(Condition.Compare compare, Map<String, KeyCondition> found) {
    Condition.Comparator comparator = compare.comparator();
    if (comparator == Condition.Comparator.NE) {
      throw invalid("Invalid operator used in KeyConditionExpression: <>");
    }
    checkNotNested(compare.left());
    checkNotNested(compare.right());
    if (compare.left() instanceof Operand.At at) {
      if (compare.right() instanceof Operand.At) {
        throw invalid(
            "Invalid condition in KeyConditionExpression: Multiple attribute names used in one"
                + " condition");
      }
      add(at, comparator.name(), List.of(value(compare.right())), found);
    } else if (compare.right() instanceof Operand.At at) {
      add(at, comparator.reversed().name(), List.of(value(compare.left())), found);
    } else {
      throw invalid("Invalid condition in KeyConditionExpression: No key attribute specified");
    }
  }

  private static void checkNotNested(Operand operand) {
    if (operand instanceof Operand.SizeOf) {
      throw invalid("KeyConditionExpressions cannot contain nested operations");
    }
  }

  private static Value value(Operand operand) {
    checkNotNested(operand);
    if (!(operand instanceof Operand.Literal literal)) {
      throw invalid(
          "Invalid condition in KeyConditionExpression: Multiple attribute names used in one"
              + " condition");
    }
    return literal.value();
  }

  private static void add(
      Operand.At at, String operator, List<Value> values, Map<String, KeyCondition> found) {
    if (at.path().isNested()) {
      throw invalid("KeyConditionExpressions cannot have conditions on nested attributes");
    }
    if (found.put(at.path().head(), new KeyCondition(operator, values)) != null) {
      throw invalid("KeyConditionExpressions must only contain one condition per key");
    }
  }

  private static RuntimeException mustBeFirst(String operator) {
    return invalid(
        "Invalid condition in KeyConditionExpression: "
            + operator
            + " operator must have the key attribute as its first operand");
  }

  /** Returns an error. Its introduction is DynamoDB's for what its grammar of keys excludes. */
  private static RuntimeException invalid(String message) {
    return Failures.validation(message);
  }
}
