package io.boto4j.internal.jmespath;

import java.util.Locale;

/** The types of tokens, each with its power to bind the expression on its left. */
enum TokenType {
  EOF(0),
  UNQUOTED_IDENTIFIER(0),
  QUOTED_IDENTIFIER(0),
  LITERAL(0),
  RBRACKET(0),
  RPAREN(0),
  COMMA(0),
  RBRACE(0),
  NUMBER(0),
  CURRENT(0),
  EXPREF(0),
  COLON(0),
  PIPE(1),
  OR(2),
  AND(3),
  EQ(5),
  GT(5),
  LT(5),
  GTE(5),
  LTE(5),
  NE(5),
  FLATTEN(9),
  STAR(20),
  FILTER(21),
  DOT(40),
  NOT(45),
  LBRACE(50),
  LBRACKET(55),
  LPAREN(60);

  /** The power below which a token ends a projection. */
  static final int PROJECTION_STOP = 10;

  private final int power;

  TokenType(int power) {
    this.power = power;
  }

  int power() {
    return power;
  }

  /** Returns the name of the type in messages. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
