package io.boto4j.local.dynamodb.partiql;

import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.expression.Update;
import io.boto4j.local.dynamodb.expression.UpdateValue;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses PartiQL statements. */
public final class StatementParser extends ConditionGrammar {
  private static final int LONGEST = 8192;

  private StatementParser(String statement, List<Value> parameters) {
    super(statement, parameters);
  }

  /**
   * Parses a statement.
   *
   * @param statement the statement
   * @param parameters the values of its question marks
   * @return the statement
   * @throws EngineException if it is malformed
   */
  public static Statement parse(String statement, List<Value> parameters) {
    if (statement.length() > LONGEST) {
      throw Failures.validation(
          "1 validation error detected: Value at 'statement' failed to satisfy constraint: Member"
              + " must have length less than or equal to "
              + LONGEST);
    }
    StatementParser parser = new StatementParser(statement, parameters);
    Statement parsed = parser.statement();
    parser.skip(";");
    parser.expectEnd();
    return parsed;
  }

  private Statement statement() {
    if (skipWord("SELECT")) {
      return select();
    }
    if (skipWord("INSERT")) {
      return insert();
    }
    if (skipWord("UPDATE")) {
      return update();
    }
    if (skipWord("DELETE")) {
      return delete();
    }
    if (skipWord("EXISTS")) {
      expect("(");
      expectWord("SELECT");
      Statement.Select select = select();
      expect(")");
      return new Statement.Exists(select);
    }
    throw unexpected();
  }

  private Statement.Select select() {
    Projection projection = null;
    if (!skip("*")) {
      List<Path> paths = new ArrayList<>();
      do {
        paths.add(path());
      } while (skip(","));
      projection = Projection.of(paths);
    }
    expectWord("FROM");
    String table = tableName();
    String index = null;
    if (skip(".")) {
      index = tableName();
    }
    Condition where = skipWord("WHERE") ? condition() : null;
    boolean descending = false;
    if (skipWord("ORDER")) {
      expectWord("BY");
      do {
        path();
        descending = skipWord("DESC");
        if (!descending) {
          skipWord("ASC");
        }
      } while (skip(","));
    }
    return new Statement.Select(table, index, projection, where, descending);
  }

  private Statement insert() {
    expectWord("INTO");
    String table = tableName();
    if (!skipWord("VALUE")) {
      expectWord("VALUES");
    }
    if (!(value() instanceof Value.MapOf map)) {
      throw Lexeme.malformed("VALUE must be a map");
    }
    return new Statement.Insert(table, map.attributes());
  }

  private Statement update() {
    String table = tableName();
    List<Update.Action> actions = new ArrayList<>();
    while (!peek().isWord("WHERE")) {
      if (skipWord("SET")) {
        do {
          actions.add(set());
        } while (skip(","));
      } else if (skipWord("REMOVE")) {
        do {
          actions.add(new Update.Remove(path()));
        } while (skip(","));
      } else {
        throw unexpected();
      }
    }
    expectWord("WHERE");
    return new Statement.Change(table, Update.of(actions), condition(), returning());
  }

  private Update.Action set() {
    Path path = path();
    expect("=");
    if (peek().isWord("set_add") || peek().isWord("set_delete")) {
      boolean add = next().text().equalsIgnoreCase("set_add");
      expect("(");
      path();
      expect(",");
      Value elements = value();
      expect(")");
      return add ? new Update.Add(path, elements) : new Update.Delete(path, elements);
    }
    return new Update.Set(path, sum());
  }

  private UpdateValue sum() {
    UpdateValue first = operandOfUpdate();
    if (peek().is("+") || peek().is("-")) {
      boolean minus = next().text().equals("-");
      return new UpdateValue.Sum(first, minus, operandOfUpdate());
    }
    return first;
  }

  private UpdateValue operandOfUpdate() {
    enter();
    UpdateValue operand = anyOperandOfUpdate();
    leave();
    return operand;
  }

  private UpdateValue anyOperandOfUpdate() {
    if (skipWord("list_append")) {
      expect("(");
      UpdateValue first = operandOfUpdate();
      expect(",");
      UpdateValue second = operandOfUpdate();
      expect(")");
      return new UpdateValue.ListAppend(first, second);
    }
    if (skipWord("if_not_exists")) {
      expect("(");
      Path path = path();
      expect(",");
      UpdateValue otherwise = operandOfUpdate();
      expect(")");
      return new UpdateValue.IfNotExists(path, otherwise);
    }
    return isPath() ? new UpdateValue.At(path()) : new UpdateValue.Literal(value());
  }

  private Statement delete() {
    expectWord("FROM");
    String table = tableName();
    expectWord("WHERE");
    return new Statement.Delete(table, condition(), returning());
  }

  private @Nullable String returning() {
    if (!skipWord("RETURNING")) {
      return null;
    }
    String part = next().text().toUpperCase(Locale.ROOT);
    String time = next().text().toUpperCase(Locale.ROOT);
    expect("*");
    String returning = (part.equals("MODIFIED") ? "UPDATED" : part) + "_" + time;
    return switch (returning) {
      case "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW" -> returning;
      default -> throw Lexeme.malformed("unexpected RETURNING " + part + " " + time);
    };
  }
}
