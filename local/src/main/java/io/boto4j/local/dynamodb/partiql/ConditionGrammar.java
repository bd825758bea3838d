package io.boto4j.local.dynamodb.partiql;

import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Condition.Comparator;
import io.boto4j.local.dynamodb.expression.Operand;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The conditions of PartiQL statements. */
abstract class ConditionGrammar extends ValueGrammar {
  ConditionGrammar(String statement, List<Value> parameters) {
    super(statement, parameters);
  }

  final Condition condition() {
    enter();
    Condition condition = any();
    leave();
    return condition;
  }

  private Condition any() {
    List<Condition> any = new ArrayList<>();
    do {
      List<Condition> all = new ArrayList<>();
      do {
        all.add(not());
      } while (skipWord("AND"));
      any.add(all.size() == 1 ? all.get(0) : new Condition.And(all));
    } while (skipWord("OR"));
    return any.size() == 1 ? any.get(0) : new Condition.Or(any);
  }

  private Condition not() {
    if (!skipWord("NOT")) {
      return single();
    }
    enter();
    Condition negated = not();
    leave();
    return new Condition.Not(negated);
  }

  private Condition single() {
    if (skip("(")) {
      Condition inner = condition();
      expect(")");
      return inner;
    }
    if (peek().kind() == Lexeme.Kind.WORD && peekSecond().is("(") && !peek().isWord("size")) {
      return function();
    }
    Operand left = operand();
    if (skipWord("IS")) {
      boolean not = skipWord("NOT");
      Condition is = is(left);
      return not ? new Condition.Not(is) : is;
    }
    if (skipWord("BETWEEN")) {
      Operand low = operand();
      expectWord("AND");
      return new Condition.Between(left, low, operand());
    }
    if (skipWord("NOT")) {
      expectWord("IN");
      return new Condition.Not(in(left));
    }
    if (skipWord("IN")) {
      return in(left);
    }
    Comparator comparator =
        switch (peek().text()) {
          case "=" -> Comparator.EQ;
          case "<>", "!=" -> Comparator.NE;
          case "<" -> Comparator.LT;
          case "<=" -> Comparator.LE;
          case ">" -> Comparator.GT;
          case ">=" -> Comparator.GE;
          default -> throw unexpected();
        };
    next();
    return new Condition.Compare(left, comparator, operand());
  }

  private Condition is(Operand left) {
    if (skipWord("MISSING")) {
      return new Condition.Not(new Condition.Exists(left));
    }
    expectWord("NULL");
    return new Condition.HasType(left, new Operand.Literal(Value.of("NULL")));
  }

  private Condition in(Operand left) {
    List<Operand> choices = new ArrayList<>();
    boolean brackets = skip("[");
    if (!brackets) {
      expect("(");
    }
    do {
      choices.add(operand());
    } while (skip(","));
    expect(brackets ? "]" : ")");
    return new Condition.In(left, choices);
  }

  private Condition function() {
    String name = next().text().toLowerCase(Locale.ROOT);
    expect("(");
    List<Operand> operands = new ArrayList<>();
    do {
      operands.add(operand());
    } while (skip(","));
    expect(")");
    int count = name.equals("attribute_exists") || name.equals("attribute_not_exists") ? 1 : 2;
    if (operands.size() != count) {
      throw Lexeme.malformed("wrong number of arguments of " + name);
    }
    Operand first = operands.get(0);
    return switch (name) {
      case "begins_with" -> new Condition.BeginsWith(first, operands.get(1));
      case "contains" -> new Condition.Contains(first, operands.get(1));
      case "attribute_type" -> new Condition.HasType(first, operands.get(1));
      case "attribute_exists" -> new Condition.Exists(first);
      case "attribute_not_exists" -> new Condition.Not(new Condition.Exists(first));
      default -> throw Lexeme.malformed("unknown function " + name);
    };
  }

  private Operand operand() {
    if (peek().isWord("size") && peekSecond().is("(")) {
      next();
      expect("(");
      enter();
      Operand of = operand();
      leave();
      expect(")");
      return new Operand.SizeOf(of);
    }
    return isPath() ? new Operand.At(path()) : new Operand.Literal(value());
  }
}
