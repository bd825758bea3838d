package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.expression.Problems.Check;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.dynamodb.value.ValueWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of the operands in conditions, as far as they do not depend on the item. */
final class OperandChecks {
  private static final List<String> TYPES =
      List.of("B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M");

  private final Problems problems;

  OperandChecks(Problems problems) {
    this.problems = problems;
  }

  void comparison(String comparator, Operand left, Operand right) {
    distinct(comparator, left, right);
    if (comparator.equals("=") || comparator.equals("<>")) {
      return;
    }
    scalar(comparator, left);
    scalar(comparator, right);
  }

  void between(Operand operand, Operand low, Operand high) {
    scalar("BETWEEN", operand);
    Value from = literal(low);
    Value to = literal(high);
    if (from == null || to == null) {
      scalar("BETWEEN", low);
      scalar("BETWEEN", high);
      return;
    }
    String bounds =
        "; lower bound operand: AttributeValue: "
            + ValueWriter.shown(from)
            + ", upper bound operand: AttributeValue: "
            + ValueWriter.shown(to);
    if (from.type() != to.type()) {
      problems.add(
          Check.FUNCTION,
          "The BETWEEN operator requires same data type for lower and upper bounds" + bounds);
    } else if (!from.type().isScalar()) {
      scalar("BETWEEN", low);
    } else if (Value.compare(from, to) > 0) {
      problems.add(
          Check.FUNCTION,
          "The BETWEEN operator requires upper bound to be greater than or equal to lower bound"
              + bounds);
    }
  }

  /** Checks a function. Returns false if it does not exist or has the wrong number of operands. */
  boolean function(String name, List<Operand> operands) {
    int count =
        switch (name) {
          case "attribute_exists", "attribute_not_exists", "size" -> 1;
          case "attribute_type", "begins_with", "contains" -> 2;
          default -> 0;
        };
    if (count == 0) {
      problems.add(Check.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
      return false;
    }
    if (operands.size() != count) {
      problems.add(
          Check.OPERANDS,
          "Incorrect number of operands for operator or function; operator or function: "
              + name
              + ", number of operands: "
              + operands.size());
      return false;
    }
    if (count == 2) {
      distinct(name, operands.get(0), operands.get(1));
    }
    switch (name) {
      case "attribute_exists", "attribute_not_exists" -> path(name, operands.get(0));
      case "begins_with" -> operands.forEach(this::startable);
      case "attribute_type" -> typeName(operands.get(1));
      case "size" -> sizeable(operands.get(0));
      default -> {}
    }
    return true;
  }

  private void path(String function, Operand operand) {
    if (!(operand instanceof Operand.At)) {
      problems.add(
          Check.FUNCTION,
          "Operator or function requires a document path; operator or function: " + function);
    }
  }

  private void startable(Operand operand) {
    Value value = literal(operand);
    if (value != null && value.type() != Value.Type.S && value.type() != Value.Type.B) {
      wrongType("begins_with", value.type().name());
    } else if (operand instanceof Operand.SizeOf) {
      wrongType("begins_with", "N");
    }
  }

  private void sizeable(Operand operand) {
    Value value = literal(operand);
    if (value == null) {
      return;
    }
    switch (value.type()) {
      case N, BOOL, NULL -> wrongType("size", value.type().name());
      case S, B, SS, NS, BS, L, M -> {}
    }
  }

  private void typeName(Operand operand) {
    Value value = literal(operand);
    if (value == null && operand instanceof Operand.Literal) {
      return;
    }
    if (!(value instanceof Value.Text text)) {
      wrongType(
          "attribute_type", value == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : value.type().name());
    } else if (!TYPES.contains(text.text())) {
      problems.add(
          Check.FUNCTION,
          "Invalid attribute type name found; type: "
              + text.text()
              + ", valid types: {"
              + String.join(",", TYPES)
              + "}");
    }
  }

  private void scalar(String operator, Operand operand) {
    Value value = literal(operand);
    if (value != null && !value.type().isScalar()) {
      wrongType(operator, value.type().name());
    }
  }

  private void wrongType(String operator, String type) {
    problems.add(
        Check.FUNCTION,
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + type);
  }

  private void distinct(String operator, Operand one, Operand two) {
    if (one instanceof Operand.At first && first.equals(two)) {
      problems.add(
          Check.DISTINCT,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + first.path());
    }
  }

  /** Returns the value of a literal that is defined, or null. */
  private static @Nullable Value literal(Operand operand) {
    Value value = operand.literal();
    return value == null || ExpressionParser.isUndefined(value) ? null : value;
  }
}
