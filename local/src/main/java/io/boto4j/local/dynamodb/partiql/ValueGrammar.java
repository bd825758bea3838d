package io.boto4j.local.dynamodb.partiql;

import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Numbers;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.dynamodb.value.ValueWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names, paths and values of PartiQL statements. */
abstract class ValueGrammar {
  private static final int DEEPEST = 300;

  private final String statement;
  private final List<Value> parameters;
  private final List<Lexeme> lexemes;
  private int position;
  private int parameter;
  private int depth;

  ValueGrammar(String statement, List<Value> parameters) {
    this.statement = statement;
    this.parameters = parameters;
    this.lexemes = Lexeme.split(statement);
    long marks = lexemes.stream().filter(lexeme -> lexeme.is("?")).count();
    if (marks != parameters.size()) {
      throw Failures.validation("Number of parameters in request and statement don't match.");
    }
  }

  final Lexeme peek() {
    return lexemes.get(position);
  }

  final Lexeme peekSecond() {
    return lexemes.get(Math.min(position + 1, lexemes.size() - 1));
  }

  final Lexeme next() {
    Lexeme lexeme = peek();
    if (lexeme.kind() != Lexeme.Kind.END) {
      position++;
    }
    return lexeme;
  }

  final boolean skip(String symbol) {
    boolean found = peek().is(symbol);
    position += found ? 1 : 0;
    return found;
  }

  final boolean skipWord(String word) {
    boolean found = peek().isWord(word);
    position += found ? 1 : 0;
    return found;
  }

  final void expect(String symbol) {
    if (!skip(symbol)) {
      throw unexpected();
    }
  }

  final void expectWord(String word) {
    if (!skipWord(word)) {
      throw unexpected();
    }
  }

  final void expectEnd() {
    if (peek().kind() != Lexeme.Kind.END) {
      throw unexpected();
    }
  }

  final RuntimeException unexpected() {
    return Lexeme.malformed("unexpected term: " + peek().text() + " at position " + peek().start());
  }

  /** Reads the name of a table or index, which can have hyphens even if it is not quoted. */
  final String tableName() {
    Lexeme first = next();
    if (first.kind() != Lexeme.Kind.WORD && first.kind() != Lexeme.Kind.QUOTED) {
      position--;
      throw unexpected();
    }
    if (first.kind() == Lexeme.Kind.QUOTED) {
      return first.text();
    }
    int end = first.end();
    while (peek().start() == end && isNamePart(peek())) {
      end = next().end();
    }
    return statement.substring(first.start(), end);
  }

  private static boolean isNamePart(Lexeme lexeme) {
    return switch (lexeme.kind()) {
      case WORD, NUMBER -> true;
      case SYMBOL -> lexeme.text().equals("-");
      case QUOTED, STRING, END -> false;
    };
  }

  /** Returns whether a path follows, and not a value. */
  final boolean isPath() {
    Lexeme lexeme = peek();
    if (lexeme.kind() == Lexeme.Kind.QUOTED) {
      return true;
    }
    return lexeme.kind() == Lexeme.Kind.WORD
        && switch (lexeme.text().toUpperCase(Locale.ROOT)) {
          case "TRUE", "FALSE", "NULL" -> false;
          default -> true;
        };
  }

  final Path path() {
    if (!isPath()) {
      throw unexpected();
    }
    String head = next().text();
    List<Path.Step> steps = new ArrayList<>();
    while (true) {
      if (skip(".")) {
        if (!isPath()) {
          throw unexpected();
        }
        steps.add(new Path.Entry(next().text()));
      } else if (skip("[")) {
        steps.add(step());
        expect("]");
      } else {
        return new Path(head, List.copyOf(steps));
      }
    }
  }

  private Path.Step step() {
    Lexeme lexeme = next();
    if (lexeme.kind() == Lexeme.Kind.STRING) {
      return new Path.Entry(lexeme.text());
    }
    try {
      return new Path.Element(Integer.parseInt(lexeme.text()));
    } catch (NumberFormatException e) {
      throw Lexeme.malformed("not a position in a list: " + lexeme.text());
    }
  }

  /** Notes that another level begins, which {@link #leave} ends. */
  final void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw Lexeme.malformed("more than " + DEEPEST + " nested levels");
    }
  }

  final void leave() {
    depth--;
  }

  final Value value() {
    enter();
    Value value = value(next());
    leave();
    return value;
  }

  private Value value(Lexeme lexeme) {
    switch (lexeme.kind()) {
      case STRING -> {
        return new Value.Text(lexeme.text());
      }
      case NUMBER -> {
        return new Value.Num(Numbers.parse(lexeme.text()));
      }
      case WORD -> {
        return word(lexeme);
      }
      case SYMBOL -> {
        return structured(lexeme);
      }
      case QUOTED, END -> {
        position--;
        throw unexpected();
      }
    }
    throw unexpected();
  }

  private Value word(Lexeme lexeme) {
    return switch (lexeme.text().toUpperCase(Locale.ROOT)) {
      case "TRUE" -> new Value.Bool(true);
      case "FALSE" -> new Value.Bool(false);
      case "NULL" -> new Value.Null();
      default -> {
        position--;
        throw unexpected();
      }
    };
  }

  private Value structured(Lexeme lexeme) {
    return switch (lexeme.text()) {
      case "?" -> parameters.get(parameter++);
      case "-" -> new Value.Num(Numbers.parse("-" + next().text()));
      case "+" -> new Value.Num(Numbers.parse(next().text()));
      case "[" -> new Value.ListOf(values("]"));
      case "{" -> map();
      case "<<" -> set(values(">>"));
      default -> {
        position--;
        throw unexpected();
      }
    };
  }

  private List<Value> values(String end) {
    List<Value> values = new ArrayList<>();
    if (skip(end)) {
      return values;
    }
    do {
      values.add(value());
    } while (skip(","));
    expect(end);
    return values;
  }

  private Value map() {
    Map<String, Value> entries = new LinkedHashMap<>();
    if (skip("}")) {
      return new Value.MapOf(Attributes.NONE);
    }
    do {
      Lexeme name = next();
      if (name.kind() != Lexeme.Kind.STRING && name.kind() != Lexeme.Kind.QUOTED) {
        position--;
        throw unexpected();
      }
      expect(":");
      entries.put(name.text(), value());
    } while (skip(","));
    expect("}");
    return new Value.MapOf(Attributes.of(entries));
  }

  /** A set has the type of its elements. Its rules are those of sets in requests. */
  private static Value set(List<Value> elements) {
    Value.Type type = elements.isEmpty() ? Value.Type.S : elements.get(0).type();
    List<Object> contents = new ArrayList<>();
    for (Value element : elements) {
      Object content = ValueWriter.wire(element).get(type.name());
      if (!type.isScalar() || content == null) {
        throw Lexeme.malformed("the elements of a set must be of one type");
      }
      contents.add(content);
    }
    return ValueReader.value(Map.of(type.name() + "S", contents));
  }
}
