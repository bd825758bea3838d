package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parser that turns tokens into nodes: Pratt's "Top Down Operator Precedence" (1973), with the
 * binding powers of the Python package, and as lenient as it.
 */
final class Parser {
  /** The maximum length of an expression, in characters. */
  static final int MAX_LENGTH = 1 << 18;

  /** The maximum height of the tree of nodes, since parsing and evaluation recurse. */
  static final int MAX_HEIGHT = 256;

  private static final List<String> AFTER_DOT =
      List.of("quoted_identifier", "unquoted_identifier", "lbracket", "lbrace");

  private final String expression;
  private final List<Token> tokens;
  private int position;
  private int depth;

  Parser(String expression) {
    this.expression = expression;
    if (expression.isEmpty()) {
      throw new JmesPathException(
          Problem.SYNTAX, "Invalid JMESPath expression: cannot be empty.", expression, 0);
    }
    if (expression.length() > MAX_LENGTH) {
      throw tooLarge("Expression is longer than " + MAX_LENGTH + " characters", 0);
    }
    this.tokens = new Lexer(expression).tokens();
  }

  Node parse() {
    Node root = expression(0);
    Token token = current();
    if (token.type() != TokenType.EOF) {
      throw syntax("Unexpected token: " + Problems.shown(String.valueOf(token.value())), token);
    }
    return root;
  }

  /** Parses everything that binds more strongly than a power. */
  private Node expression(int power) {
    if (++depth > MAX_HEIGHT) {
      throw tooDeep();
    }
    Node left = prefix(advance());
    while (power < current().type().power()) {
      left = infix(left, advance());
    }
    if (left.height() > MAX_HEIGHT) {
      throw tooDeep();
    }
    depth--;
    return left;
  }

  private Node prefix(Token token) {
    return switch (token.type()) {
      case LITERAL -> new Selections.Literal(token.value());
      case UNQUOTED_IDENTIFIER -> field(token);
      case QUOTED_IDENTIFIER -> quotedField(token);
      case STAR -> valuesOf(Node.CURRENT, TokenType.STAR);
      case FILTER -> filter(Node.CURRENT);
      case FLATTEN -> flatten(Node.CURRENT);
      case LBRACE -> multiMap();
      case LBRACKET -> bracketAtStart();
      case LPAREN -> parenthesized();
      case NOT -> new Conditions.Not(expression(TokenType.NOT.power()));
      case CURRENT -> Node.CURRENT;
      case EOF -> throw Problems.incomplete(expression);
      case EXPREF ->
          throw syntax(
              "An expression reference is allowed only as an argument of a function", token);
      default -> throw syntax("invalid token", token);
    };
  }

  private Node infix(Node left, Token token) {
    return switch (token.type()) {
      case DOT -> afterDot(left);
      case PIPE -> new Selections.Sequence(left, expression(TokenType.PIPE.power()));
      case OR -> Conditions.Junction.or(terms(left, TokenType.OR));
      case AND -> Conditions.Junction.and(terms(left, TokenType.AND));
      case EQ -> new Conditions.Equal(left, expression(token.type().power()), true);
      case NE -> new Conditions.Equal(left, expression(token.type().power()), false);
      case LT, LTE, GT, GTE ->
          new Conditions.Order(left, expression(token.type().power()), token.type());
      case FLATTEN -> flatten(left);
      case FILTER -> filter(left);
      case LBRACKET -> bracketAfter(left);
      case LPAREN -> function(left);
      default -> throw syntax("invalid token", token);
    };
  }

  private static Node field(Token token) {
    return new Selections.Field(String.valueOf(token.value()));
  }

  private Node quotedField(Token token) {
    if (current().type() == TokenType.LPAREN) {
      throw syntax("Quoted identifier not allowed for function names.", current());
    }
    return field(token);
  }

  private Node parenthesized() {
    Node inner = expression(0);
    match(TokenType.RPAREN);
    return inner;
  }

  private List<Node> terms(Node first, TokenType operator) {
    List<Node> terms = new ArrayList<>();
    terms.add(first);
    terms.add(expression(operator.power()));
    while (current().type() == operator) {
      advance();
      terms.add(expression(operator.power()));
    }
    return terms;
  }

  private Node afterDot(Node left) {
    if (current().type() == TokenType.STAR) {
      advance();
      return valuesOf(left, TokenType.DOT);
    }
    return new Selections.Sequence(left, dotted(TokenType.DOT.power()));
  }

  /** Parses the right side of a dot: a name, a function call, a star or a multi-select. */
  private Node dotted(int power) {
    Token token = current();
    return switch (token.type()) {
      case QUOTED_IDENTIFIER, UNQUOTED_IDENTIFIER, STAR -> expression(power);
      case LBRACKET -> {
        advance();
        yield multiList();
      }
      case LBRACE -> {
        advance();
        yield multiMap();
      }
      default -> throw syntax("Expecting: " + quoted(AFTER_DOT) + ", got: " + got(token), token);
    };
  }

  private Node valuesOf(Node base, TokenType by) {
    return new Projections.OfValues(
        base, current().type() == TokenType.RBRACKET ? Node.CURRENT : projected(by));
  }

  private Node flatten(Node base) {
    return new Projections.OfList(new Projections.Flatten(base), projected(TokenType.FLATTEN));
  }

  private Node filter(Node base) {
    Node condition = expression(0);
    match(TokenType.RBRACKET);
    return new Projections.Filter(base, condition, projected(TokenType.FILTER));
  }

  /** Parses the expression that a projection applies to each element. */
  private Node projected(TokenType by) {
    Token token = current();
    if (token.type().power() < TokenType.PROJECTION_STOP) {
      return Node.CURRENT;
    }
    return switch (token.type()) {
      case LBRACKET, FILTER -> expression(by.power());
      case DOT -> {
        advance();
        yield dotted(by.power());
      }
      default -> throw syntax("syntax error", token);
    };
  }

  private Node bracketAtStart() {
    TokenType type = current().type();
    if (type == TokenType.NUMBER || type == TokenType.COLON) {
      return indexed(Node.CURRENT);
    }
    if (type == TokenType.STAR && tokens.get(position + 1).type() == TokenType.RBRACKET) {
      return elementsOf(Node.CURRENT);
    }
    return multiList();
  }

  private Node bracketAfter(Node left) {
    TokenType type = current().type();
    return type == TokenType.NUMBER || type == TokenType.COLON ? indexed(left) : elementsOf(left);
  }

  private Node elementsOf(Node base) {
    match(TokenType.STAR);
    match(TokenType.RBRACKET);
    return new Projections.OfList(base, projected(TokenType.STAR));
  }

  private Node indexed(Node base) {
    boolean slice =
        current().type() == TokenType.COLON || tokens.get(position + 1).type() == TokenType.COLON;
    if (slice) {
      Node picked = new Selections.Sequence(base, slice());
      return new Projections.OfList(picked, projected(TokenType.STAR));
    }
    Node index = new Selections.Index(number(advance()));
    match(TokenType.RBRACKET);
    return new Selections.Sequence(base, index);
  }

  private Node slice() {
    @Nullable Integer[] parts = new @Nullable Integer[3];
    int part = 0;
    Token token = current();
    int start = token.start();
    while (token.type() != TokenType.RBRACKET) {
      if (token.type() == TokenType.COLON && part < 2) {
        part++;
      } else if (token.type() == TokenType.NUMBER && parts[part] == null) {
        parts[part] = number(token);
      } else if (token.type() == TokenType.EOF) {
        throw Problems.incomplete(expression);
      } else {
        throw syntax("syntax error", token);
      }
      advance();
      token = current();
    }
    advance();
    Integer step = parts[2];
    if (step != null && step == 0) {
      throw Problems.of(Problem.INVALID_VALUE, "slice step cannot be zero", expression, start);
    }
    return new Selections.Slice(parts[0], parts[1], step == null ? 1 : step);
  }

  private static int number(Token token) {
    return token.value() instanceof Integer number ? number : 0;
  }

  private Node multiList() {
    List<Node> elements = new ArrayList<>();
    elements.add(expression(0));
    while (current().type() != TokenType.RBRACKET) {
      match(TokenType.COMMA);
      elements.add(expression(0));
    }
    advance();
    return new Selections.MultiList(elements);
  }

  private Node multiMap() {
    List<String> names = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    do {
      Token name = current();
      if (name.type() != TokenType.QUOTED_IDENTIFIER) {
        match(TokenType.UNQUOTED_IDENTIFIER);
      } else {
        advance();
      }
      match(TokenType.COLON);
      names.add(String.valueOf(name.value()));
      values.add(expression(0));
    } while (optional(TokenType.COMMA) || current().type() != TokenType.RBRACE);
    advance();
    return new Selections.MultiMap(names, values);
  }

  private Node function(Node name) {
    Token token = tokens.get(position - 2);
    if (!(name instanceof Selections.Field field)) {
      String shown = Problems.shown(String.valueOf(token.value()));
      throw syntax("Invalid function name '" + shown + "'", token);
    }
    List<Node> arguments = new ArrayList<>();
    while (current().type() != TokenType.RPAREN) {
      arguments.add(argument());
      // As in Python, a comma may be missing, or follow the last argument.
      optional(TokenType.COMMA);
    }
    advance();
    return FunctionCall.of(field.name(), arguments, expression, token.start());
  }

  private Node argument() {
    return optional(TokenType.EXPREF)
        ? new ExpressionReference(expression(TokenType.EXPREF.power()))
        : expression(0);
  }

  private Token current() {
    return tokens.get(position);
  }

  private Token advance() {
    return tokens.get(position++);
  }

  private boolean optional(TokenType type) {
    boolean there = current().type() == type;
    position += there ? 1 : 0;
    return there;
  }

  private void match(TokenType type) {
    Token token = current();
    if (token.type() == TokenType.EOF) {
      throw Problems.incomplete(expression);
    }
    if (token.type() != type) {
      throw syntax("Expecting: " + type.label() + ", got: " + got(token), token);
    }
    advance();
  }

  private static String got(Token token) {
    return token.type().label();
  }

  private static String quoted(List<String> names) {
    return "['" + String.join("', '", names) + "']";
  }

  private JmesPathException syntax(String message, Token token) {
    return Problems.syntax(message, expression, token);
  }

  private JmesPathException tooDeep() {
    return tooLarge(
        "Expression is nested deeper than " + MAX_HEIGHT + " levels", current().start());
  }

  private JmesPathException tooLarge(String message, int offset) {
    return Problems.of(Problem.TOO_LARGE, message, expression, offset);
  }
}
