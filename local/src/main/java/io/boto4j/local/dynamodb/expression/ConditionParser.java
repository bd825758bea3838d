package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.expression.Problems.Check;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses conditions, filters and key conditions. */
public final class ConditionParser extends ExpressionParser {
  private final OperandChecks checks = new OperandChecks(problems);
  private final Set<Path> paths = new LinkedHashSet<>();

  /** A part of the expression: a condition, an operand, or a function, which can be both. */
  private record Node(
      @Nullable Condition condition, @Nullable Operand operand, boolean parenthesized) {
    static Node of(Condition condition) {
      return new Node(condition, null, false);
    }

    static Node of(Operand operand) {
      return new Node(null, operand, false);
    }
  }

  private ConditionParser(String parameter, String expression, Substitutions substitutions) {
    super(parameter, expression, substitutions, Check.RESERVED);
  }

  /**
   * A parsed condition.
   *
   * @param condition the condition
   * @param paths all paths in it
   */
  public record Parsed(Condition condition, Set<Path> paths) {}

  /**
   * Parses a condition.
   *
   * @param parameter the parameter with the expression, such as {@code FilterExpression}
   * @param expression the expression
   * @param substitutions the names and values
   * @return the condition
   * @throws EngineException if the expression is invalid
   */
  public static Parsed parse(String parameter, String expression, Substitutions substitutions) {
    ConditionParser parser = new ConditionParser(parameter, expression, substitutions);
    Condition condition = parser.condition(parser.or());
    parser.expectEnd();
    parser.checkProblems();
    return new Parsed(condition, parser.paths);
  }

  @Override
  boolean isKeyword(Token token) {
    return switch (token.upper()) {
      case "AND", "OR", "NOT", "BETWEEN", "IN" -> true;
      default -> false;
    };
  }

  private Node or() {
    Node first = and();
    if (!peek().isWord("OR")) {
      return first;
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(condition(first));
    while (peek().isWord("OR")) {
      next();
      conditions.add(condition(and()));
    }
    return Node.of(new Condition.Or(conditions));
  }

  private Node and() {
    Node first = not();
    if (!peek().isWord("AND")) {
      return first;
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(condition(first));
    while (peek().isWord("AND")) {
      next();
      conditions.add(condition(not()));
    }
    return Node.of(new Condition.And(conditions));
  }

  private Node not() {
    if (!peek().isWord("NOT")) {
      return comparison();
    }
    next();
    enter();
    Condition negated = condition(not());
    leave();
    return Node.of(new Condition.Not(negated));
  }

  private Node comparison() {
    Node left = primary();
    if (left.operand == null) {
      return left;
    }
    Token token = peek();
    if (token.kind() == Token.Kind.SYMBOL && isComparator(token.text())) {
      next();
      Operand one = operand(left);
      Operand two = operand(primary());
      checks.comparison(token.text(), one, two);
      return Node.of(new Condition.Compare(one, Condition.Comparator.of(token.text()), two));
    }
    if (token.isWord("BETWEEN")) {
      next();
      Operand one = operand(left);
      Operand low = operand(primary());
      if (!peek().isWord("AND")) {
        throw syntaxError();
      }
      next();
      Operand high = operand(primary());
      checks.between(one, low, high);
      return Node.of(new Condition.Between(one, low, high));
    }
    if (token.isWord("IN")) {
      next();
      Operand one = operand(left);
      expect("(");
      return Node.of(new Condition.In(one, operands()));
    }
    return left;
  }

  private static boolean isComparator(String symbol) {
    return switch (symbol) {
      case "=", "<>", "<", "<=", ">", ">=" -> true;
      default -> false;
    };
  }

  private Node primary() {
    Token token = peek();
    if (skip("(")) {
      return parenthesized();
    }
    if (token.kind() == Token.Kind.VALUE) {
      next();
      return Node.of(new Operand.Literal(value(token)));
    }
    if (token.kind() == Token.Kind.WORD && peekSecond().is("(") && !isKeyword(token)) {
      return function();
    }
    return Node.of(at(path()));
  }

  private Node parenthesized() {
    enter();
    Node inner = or();
    expect(")");
    leave();
    if (inner.parenthesized) {
      problems.add(Check.PARENTHESES, "The expression has redundant parentheses;");
    }
    if (inner.operand instanceof Operand.At at && (peek().is(".") || peek().is("["))) {
      paths.remove(at.path());
      return Node.of(at(path(at.path().head(), new ArrayList<>(at.path().steps()))));
    }
    return new Node(inner.condition, inner.operand, true);
  }

  private Operand at(Path path) {
    paths.add(path);
    return new Operand.At(path);
  }

  /** Reads operands up to the closing parenthesis. */
  private List<Operand> operands() {
    List<Operand> operands = new ArrayList<>();
    do {
      operands.add(operand(primary()));
    } while (skip(","));
    expect(")");
    return operands;
  }

  private Node function() {
    String name = next().text();
    next();
    enter();
    List<Operand> operands = operands();
    leave();
    Operand.Misused misused = new Operand.Misused(name, operands);
    if (!checks.function(name, operands)) {
      return new Node(new Condition.Misused(name), misused, false);
    }
    Operand first = operands.get(0);
    return switch (name) {
      case "size" -> Node.of(new Operand.SizeOf(first));
      case "attribute_exists" -> new Node(new Condition.Exists(first), misused, false);
      case "attribute_not_exists" ->
          new Node(new Condition.Not(new Condition.Exists(first)), misused, false);
      case "attribute_type" ->
          new Node(new Condition.HasType(first, operands.get(1)), misused, false);
      case "begins_with" ->
          new Node(new Condition.BeginsWith(first, operands.get(1)), misused, false);
      default -> new Node(new Condition.Contains(first, operands.get(1)), misused, false);
    };
  }

  private Condition condition(Node node) {
    if (node.condition != null) {
      return node.condition;
    }
    if (node.operand instanceof Operand.SizeOf) {
      misused("size");
      return new Condition.Misused("size");
    }
    throw syntaxError();
  }

  private Operand operand(Node node) {
    if (node.operand == null) {
      throw syntaxError();
    }
    if (node.operand instanceof Operand.Misused function) {
      misused(function.name());
    }
    return node.operand;
  }

  private void misused(String function) {
    problems.add(
        Check.MISUSED_FUNCTION,
        "The function is not allowed to be used this way in an expression; function: " + function);
  }
}
