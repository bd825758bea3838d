package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.expression.Problems.Check;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.List;

/** The common part of the parsers of all expressions: tokens, paths, names and values. */
abstract class ExpressionParser {
  private static final int LONGEST = 4096;

  /** The most levels of parentheses and functions; DynamoDB has a limit of 300 operators. */
  private static final int DEEPEST = 300;

  /** Takes the place of a value that is not defined, which is reported at the end. */
  private static final Value UNDEFINED = new Value.Null();

  final Problems problems = new Problems();
  private final String parameter;
  private final String expression;
  private final Substitutions substitutions;
  private final List<Token> tokens;
  private final Check reserved;
  private int position;
  private int depth;

  ExpressionParser(
      String parameter, String expression, Substitutions substitutions, Check reserved) {
    this.parameter = parameter;
    this.expression = expression;
    this.substitutions = substitutions;
    this.reserved = reserved;
    if (expression.isEmpty()) {
      throw invalid("The expression can not be empty;");
    }
    if (expression.length() > LONGEST) {
      throw invalid(
          "Expression size has exceeded the maximum allowed size; expression size: "
              + expression.length());
    }
    this.tokens = Token.split(expression);
  }

  final EngineException invalid(String problem) {
    return Failures.validation("Invalid " + parameter + ": " + problem);
  }

  /** Notes that another level begins, which {@link #leave} ends. */
  final void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw invalid("The expression has more than " + DEEPEST + " nested levels;");
    }
  }

  final void leave() {
    depth--;
  }

  /** Throws the problem that was found first by the order of the checks. */
  final void checkProblems() {
    String problem = problems.first();
    if (problem != null) {
      throw invalid(problem);
    }
  }

  final Token peek() {
    return tokens.get(position);
  }

  final Token peekSecond() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  final Token next() {
    Token token = tokens.get(position);
    if (token.kind() != Token.Kind.END) {
      position++;
    }
    return token;
  }

  final boolean skip(String symbol) {
    if (peek().is(symbol)) {
      position++;
      return true;
    }
    return false;
  }

  final void expect(String symbol) {
    if (!skip(symbol)) {
      throw syntaxError();
    }
  }

  final void expectEnd() {
    if (peek().kind() != Token.Kind.END) {
      throw syntaxError();
    }
  }

  /** Returns the error of the next token, with the tokens before and after it. */
  final EngineException syntaxError() {
    Token token = peek();
    Token before = position == 0 ? token : tokens.get(position - 1);
    Token after = peekSecond();
    String near = expression.substring(before.start(), Math.max(after.end(), token.end())).strip();
    return invalid("Syntax error; token: \"" + token.text() + "\", near: \"" + near + "\"");
  }

  /** Returns whether a word is part of the grammar and cannot be the name of an attribute. */
  abstract boolean isKeyword(Token token);

  final Path path() {
    return path(name(), new ArrayList<>());
  }

  /** Reads the steps that follow the first name of a path. */
  final Path path(String head, List<Path.Step> steps) {
    while (true) {
      if (skip(".")) {
        steps.add(new Path.Entry(name()));
      } else if (peek().is("[") && peekSecond().kind() == Token.Kind.NUMBER) {
        next();
        steps.add(new Path.Element(index(next().text())));
        expect("]");
      } else if (peek().is("[")) {
        next();
        throw syntaxError();
      } else {
        return new Path(head, List.copyOf(steps));
      }
    }
  }

  private int index(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw invalid("List index is not within the allowable range; index: [" + text + "]");
    }
  }

  private String name() {
    Token token = peek();
    if (token.kind() == Token.Kind.NAME) {
      next();
      String name = substitutions.name(token.text());
      if (name == null) {
        problems.add(
            Check.NAME,
            "An expression attribute name used in the document path is not defined; attribute"
                + " name: "
                + token.text());
        return token.text();
      }
      return name;
    }
    if (token.kind() != Token.Kind.WORD || isKeyword(token)) {
      throw syntaxError();
    }
    next();
    if (ReservedWords.contains(token.text())) {
      problems.add(
          reserved, "Attribute name is a reserved keyword; reserved keyword: " + token.text());
    }
    return token.text();
  }

  final Value value(Token token) {
    Value value = substitutions.value(token.text());
    if (value == null) {
      problems.add(
          Check.VALUE,
          "An expression attribute value used in expression is not defined; attribute value: "
              + token.text());
      return UNDEFINED;
    }
    return value;
  }

  static boolean isUndefined(Value value) {
    return value == UNDEFINED;
  }
}
