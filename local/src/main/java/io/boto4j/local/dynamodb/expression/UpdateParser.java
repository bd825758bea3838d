package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.expression.Problems.Check;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses update expressions. */
public final class UpdateParser extends ExpressionParser {
  private final Set<String> sections = new HashSet<>();
  private final List<Update.Action> actions = new ArrayList<>();

  private UpdateParser(String expression, Substitutions substitutions) {
    super("UpdateExpression", expression, substitutions, Check.RESERVED_IN_UPDATE);
  }

  /**
   * Parses an update expression.
   *
   * @param expression the expression
   * @param substitutions the names and values
   * @return the update
   * @throws EngineException if the expression is invalid
   */
  public static Update parse(String expression, Substitutions substitutions) {
    UpdateParser parser = new UpdateParser(expression, substitutions);
    do {
      parser.section();
    } while (parser.peek().kind() != Token.Kind.END);
    parser.checkProblems();
    return new Update(parser.actions);
  }

  @Override
  boolean isKeyword(Token token) {
    return switch (token.upper()) {
      case "SET", "REMOVE", "ADD", "DELETE" -> true;
      default -> false;
    };
  }

  private void section() {
    Token token = peek();
    if (token.kind() != Token.Kind.WORD || !isKeyword(token)) {
      throw syntaxError();
    }
    next();
    String name = token.upper();
    if (!sections.add(name)) {
      problems.add(
          Check.SECTION,
          "The \"" + name + "\" section can only be used once in an update expression;");
    }
    do {
      Update.Action action =
          switch (name) {
            case "SET" -> set();
            case "REMOVE" -> new Update.Remove(path());
            case "ADD" -> add();
            default -> delete();
          };
      checkClash(action.path());
      actions.add(action);
    } while (skip(","));
  }

  private void checkClash(Path path) {
    for (Update.Action other : actions) {
      String clash = other.path().clash(path);
      if (clash != null) {
        problems.add(clash.contains("overlap") ? Check.OVERLAP : Check.CONFLICT, clash);
      }
    }
  }

  private Update.Action set() {
    Path path = path();
    expect("=");
    return new Update.Set(path, sum());
  }

  private Update.Action add() {
    Path path = path();
    Value value = literal();
    if (!isUndefined(value) && value.type() != Value.Type.N && !value.type().isSet()) {
      wrongSet("ADD", value);
    }
    return new Update.Add(path, value);
  }

  private Update.Action delete() {
    Path path = path();
    Value value = literal();
    if (!isUndefined(value) && !value.type().isSet()) {
      wrongSet("DELETE", value);
    }
    return new Update.Delete(path, value);
  }

  private Value literal() {
    if (peek().kind() != Token.Kind.VALUE) {
      throw syntaxError();
    }
    return value(next());
  }

  private void wrongSet(String operator, Value value) {
    problems.add(
        Check.OPERANDS,
        "Incorrect operand type for operator or function; operator: "
            + operator
            + ", operand type: "
            + value.type().word()
            + ", typeSet: ALLOWED_FOR_"
            + operator
            + "_OPERAND");
  }

  private UpdateValue sum() {
    if (peek().is("(")) {
      next();
      enter();
      UpdateValue inner = sum();
      expect(")");
      leave();
      return rest(inner);
    }
    return rest(operand());
  }

  private UpdateValue rest(UpdateValue first) {
    Token token = peek();
    if (!token.is("+") && !token.is("-")) {
      return first;
    }
    next();
    UpdateValue second = operand();
    checkType(token.text(), first, Value.Type.N);
    checkType(token.text(), second, Value.Type.N);
    return new UpdateValue.Sum(first, token.is("-"), second);
  }

  private UpdateValue operand() {
    if (skip("(")) {
      enter();
      UpdateValue inner = operand();
      expect(")");
      leave();
      return inner;
    }
    Token token = peek();
    if (token.kind() == Token.Kind.VALUE) {
      next();
      return new UpdateValue.Literal(value(token));
    }
    if (token.kind() == Token.Kind.WORD && peekSecond().is("(") && !isKeyword(token)) {
      return function();
    }
    return new UpdateValue.At(path());
  }

  private UpdateValue function() {
    String name = next().text();
    next();
    List<UpdateValue> operands = new ArrayList<>();
    enter();
    do {
      operands.add(operand());
    } while (skip(","));
    expect(")");
    leave();
    UpdateValue first = operands.get(0);
    boolean isListAppend = name.equals("list_append");
    if (!isListAppend && !name.equals("if_not_exists")) {
      problems.add(Check.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
      return first;
    }
    if (operands.size() != 2) {
      problems.add(
          Check.FUNCTION,
          "Incorrect number of operands for operator or function; operator or function: "
              + name
              + ", number of operands: "
              + operands.size());
      return first;
    }
    if (isListAppend) {
      checkType(name, first, Value.Type.L);
      checkType(name, operands.get(1), Value.Type.L);
      return new UpdateValue.ListAppend(first, operands.get(1));
    }
    if (!(first instanceof UpdateValue.At at)) {
      problems.add(
          Check.FUNCTION,
          "Operator or function requires a document path; operator or function: " + name);
      return first;
    }
    return new UpdateValue.IfNotExists(at.path(), operands.get(1));
  }

  private void checkType(String operator, UpdateValue operand, Value.Type type) {
    if (operand instanceof UpdateValue.Literal literal
        && !isUndefined(literal.value())
        && literal.type() != type) {
      problems.add(
          Check.FUNCTION,
          "Incorrect operand type for operator or function; operator or function: "
              + operator
              + ", operand type: "
              + literal.type());
    }
  }
}
