package io.boto4j.local.dynamodb;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Condition.Comparator;
import io.boto4j.local.dynamodb.expression.KeyCondition;
import io.boto4j.local.dynamodb.expression.Operand;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.partiql.Statement;
import io.boto4j.local.dynamodb.partiql.StatementParser;
import io.boto4j.local.dynamodb.table.Change;
import io.boto4j.local.dynamodb.table.Index;
import io.boto4j.local.dynamodb.table.KeySchema;
import io.boto4j.local.dynamodb.table.KeySchema.KeyAttribute;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.table.Units;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Sizes;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.dynamodb.value.ValueWriter;
import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ExecuteStatement}, {@code BatchExecuteStatement} and {@code ExecuteTransaction}. */
final class Statements {
  private static final int MOST_IN_BATCH = 25;
  private static final int MOST_IN_TRANSACTION = 100;

  private final Tables tables;
  private final Transactions transactions;
  private final Tokens tokens;

  Statements(Tables tables, Transactions transactions, Tokens tokens) {
    this.tables = tables;
    this.transactions = transactions;
    this.tokens = tokens;
  }

  private static Statement parse(Structure input) {
    List<Value> parameters = new ArrayList<>();
    input.list("Parameters").forEach(each -> parameters.add(ValueReader.value(each)));
    return StatementParser.parse(String.valueOf(input.text("Statement")), parameters);
  }

  Map<String, ?> executeStatement(Structure input) {
    Constraints.checkItemOperation(input);
    Constraints.checkAtLeast(input.integer("Limit"), "limit", 1);
    Statement statement = parse(input);
    if (statement instanceof Statement.Select select) {
      return select(input, select);
    }
    if (statement instanceof Statement.Exists) {
      throw Failures.validation("EXISTS is only supported in ExecuteTransaction");
    }
    Change change = carryOut(write(statement));
    Map<String, Object> output = new LinkedHashMap<>();
    Attributes returned = returned(statement, change);
    output.put("Items", returned == null ? List.of() : List.of(ValueWriter.wire(returned)));
    String capacity = input.text("ReturnConsumedCapacity");
    if (Capacity.isWanted(capacity)) {
      output.put(
          "ConsumedCapacity",
          new Capacity(change.table().name()).addWrite(change, 1).output(capacity, false));
    }
    return output;
  }

  private Change carryOut(ItemOperations.Write write) {
    return tables.change(write.table(), write.key(), write::apply);
  }

  private static @Nullable Attributes returned(Statement statement, Change change) {
    String returning = null;
    Projection updated = null;
    if (statement instanceof Statement.Change each) {
      returning = each.returning();
      updated = Projection.of(each.update().paths());
    } else if (statement instanceof Statement.Delete each) {
      returning = each.returning();
    }
    if (returning == null) {
      return null;
    }
    Attributes item = returning.endsWith("OLD") ? change.old() : change.item();
    return item == null || updated == null || returning.startsWith("ALL") ? item : updated.of(item);
  }

  private Map<String, ?> select(Structure input, Statement.Select select) {
    Table table = tables.get(select.table());
    Index index = null;
    if (select.index() != null) {
      index = table.index(select.index());
      if (index == null) {
        throw Failures.validation("The table does not have the specified index");
      }
      if (index.isGlobal() && Boolean.TRUE.equals(input.bool("ConsistentRead"))) {
        throw Failures.validation("Consistent reads are not supported on global secondary indexes");
      }
    }
    KeySchema schema = index == null ? table.key() : index.key();
    Map<String, Object> request = new LinkedHashMap<>();
    for (String member : List.of("Limit", "ConsistentRead", "ReturnConsumedCapacity")) {
      if (input.get(member) != null) {
        request.put(member, input.get(member));
      }
    }
    request.put("ScanIndexForward", !select.descending());
    Page page = new Page(table, index, Structures.of(request), select.where(), select.projection());
    Attributes start = start(input.text("NextToken"));
    byte[] from = start == null ? null : page.encode(start, schema);
    Map<String, KeyCondition> conditions = keyConditions(schema, select.where());
    Map<String, ?> read =
        conditions.isEmpty()
            ? page.scan(null, from)
            : page.query(KeyRange.of(schema, conditions), from);
    Map<String, Object> output = new LinkedHashMap<>(read);
    output.remove("Count");
    output.remove("ScannedCount");
    Object last = output.get("LastEvaluatedKey");
    if (last != null) {
      output.put("NextToken", token(last));
    }
    return output;
  }

  private static String token(Object key) {
    return Base64.getEncoder().encodeToString(Json.write(key).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Attributes start(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      String json = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      Map<String, Object> key = new LinkedHashMap<>();
      if (!(Json.read(json) instanceof Map<?, ?> names)) {
        throw Failures.validation("Given NextToken is invalid");
      }
      names.forEach((name, value) -> key.put(String.valueOf(name), binary(value)));
      return ValueReader.attributes(key);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw Failures.validation("Given NextToken is invalid");
    }
  }

  /** JSON has binaries as Base64. */
  private static Object binary(Object value) {
    return value instanceof Map<?, ?> map && map.get("B") instanceof String text
        ? Map.of("B", Base64.getDecoder().decode(text))
        : value;
  }

  /** Returns the conditions with which a query can be made, or none if only a scan can. */
  private static Map<String, KeyCondition> keyConditions(
      KeySchema schema, @Nullable Condition where) {
    Map<String, List<KeyCondition>> all = new LinkedHashMap<>();
    collect(where, all);
    Map<String, KeyCondition> conditions = new LinkedHashMap<>();
    for (KeyAttribute attribute : schema.partition()) {
      KeyCondition equal = usable(all, attribute, true);
      if (equal == null) {
        return Map.of();
      }
      conditions.put(attribute.name(), equal);
    }
    for (KeyAttribute attribute : schema.sort()) {
      KeyCondition condition = usable(all, attribute, false);
      if (condition == null) {
        break;
      }
      conditions.put(attribute.name(), condition);
      if (!condition.operator().equals("EQ")) {
        break;
      }
    }
    return conditions;
  }

  private static @Nullable KeyCondition usable(
      Map<String, List<KeyCondition>> all, KeyAttribute attribute, boolean equalOnly) {
    for (KeyCondition condition : all.getOrDefault(attribute.name(), List.of())) {
      boolean typed = condition.values().stream().allMatch(v -> v.type() == attribute.type());
      if (typed && (!equalOnly || condition.operator().equals("EQ"))) {
        return condition;
      }
    }
    return null;
  }

  private static void collect(@Nullable Condition condition, Map<String, List<KeyCondition>> all) {
    if (condition instanceof Condition.And and) {
      and.conditions().forEach(each -> collect(each, all));
      return;
    }
    boolean indexable =
        condition instanceof Condition.Compare compare
            ? compare.comparator() != Comparator.NE
                && compare.left() instanceof Operand.At != compare.right() instanceof Operand.At
                && (compare.left() instanceof Operand.Literal
                    || compare.right() instanceof Operand.Literal)
            : condition instanceof Condition.Between between
                ? between.operand() instanceof Operand.At
                    && between.low() instanceof Operand.Literal
                    && between.high() instanceof Operand.Literal
                : condition instanceof Condition.BeginsWith begins
                    && begins.operand() instanceof Operand.At
                    && begins.start() instanceof Operand.Literal;
    if (!indexable || condition == null) {
      return;
    }
    try {
      KeyCondition.of(condition)
          .forEach((name, each) -> all.computeIfAbsent(name, key -> new ArrayList<>()).add(each));
    } catch (EngineException e) {
      // A condition on a part of an attribute: it is checked item by item.
      return;
    }
  }

  /** Returns the key that a condition determines, or null. */
  private static @Nullable Attributes key(Table table, @Nullable Condition where) {
    Map<String, List<KeyCondition>> all = new LinkedHashMap<>();
    collect(where, all);
    Map<String, Value> key = new LinkedHashMap<>();
    for (KeyAttribute attribute : table.key().all()) {
      KeyCondition equal = usable(all, attribute, true);
      if (equal == null) {
        return null;
      }
      key.put(attribute.name(), equal.values().get(0));
    }
    return Attributes.of(key);
  }

  private static Attributes mandatoryKey(Table table, Condition where) {
    Attributes key = key(table, where);
    if (key == null) {
      throw Failures.validation(
          "Where clause does not contain a mandatory equality on all key attributes");
    }
    return key;
  }

  private ItemOperations.Write write(Statement statement) {
    Table table = tables.get(statement.table());
    if (statement instanceof Statement.Insert insert) {
      Attributes item = insert.item();
      if (item.bytes() > Sizes.ITEM) {
        throw Failures.validation("Item size has exceeded the maximum allowed size");
      }
      Keys.checkItem(item, table);
      return new ItemOperations.Write(
          table, table.keyOf(item), null, false, old -> inserted(old, item));
    }
    if (statement instanceof Statement.Change change) {
      Attributes key = mandatoryKey(table, change.where());
      return new ItemOperations.Write(
          table,
          Keys.encode(key, table),
          change.where(),
          false,
          ItemOperations.change(
              table, key, change.update(), new HashSet<>(change.update().paths()), false));
    }
    if (statement instanceof Statement.Delete delete) {
      Attributes key = mandatoryKey(table, delete.where());
      Condition where = delete.where();
      return new ItemOperations.Write(
          table,
          Keys.encode(key, table),
          new Condition.Or(List.of(new Condition.Not(exists(table)), where)),
          false,
          old -> null);
    }
    Statement.Select select = ((Statement.Exists) statement).select();
    Condition where = select.where();
    Attributes key = where == null ? null : key(table, where);
    if (key == null) {
      throw Failures.validation(
          "Where clause does not contain a mandatory equality on all key attributes");
    }
    return new ItemOperations.Write(table, Keys.encode(key, table), where, false, old -> old);
  }

  private static Condition exists(Table table) {
    String name = table.key().partition().get(0).name();
    return new Condition.Exists(new Operand.At(Path.of(name)));
  }

  private static Attributes inserted(@Nullable Attributes old, Attributes item) {
    if (old != null) {
      throw new EngineException("DuplicateItemException", "Duplicate primary key exists in table");
    }
    return item;
  }

  Map<String, ?> batchExecuteStatement(Structure input) {
    Constraints.checkItemOperation(input);
    List<Structure> requests = input.structures("Statements");
    if (requests.isEmpty() || requests.size() > MOST_IN_BATCH) {
      throw Failures.validation(
          "1 validation error detected: Value at 'statements' failed to satisfy constraint: Member"
              + " must have length "
              + (requests.isEmpty()
                  ? "greater than or equal to 1"
                  : "less than or equal to " + MOST_IN_BATCH));
    }
    Map<String, Capacity> capacities = new LinkedHashMap<>();
    List<Object> responses = new ArrayList<>();
    requests.forEach(request -> responses.add(single(request, capacities)));
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Responses", responses);
    addCapacity(input, capacities, false, output);
    return output;
  }

  private static void addCapacity(
      Structure input,
      Map<String, Capacity> capacities,
      boolean transaction,
      Map<String, Object> output) {
    String wanted = input.text("ReturnConsumedCapacity");
    if (Capacity.isWanted(wanted)) {
      List<Object> list = new ArrayList<>();
      capacities.values().forEach(each -> list.add(each.output(wanted, transaction)));
      output.put("ConsumedCapacity", list);
    }
  }

  private Map<String, ?> single(Structure request, Map<String, Capacity> capacities) {
    Map<String, Object> response = new LinkedHashMap<>();
    try {
      Statement statement = parse(request);
      Table table = tables.get(statement.table());
      response.put("TableName", table.name());
      Capacity capacity = capacities.computeIfAbsent(table.name(), name -> new Capacity(name));
      Attributes item;
      if (statement instanceof Statement.Select select) {
        item = selected(table, select);
        boolean consistent = Boolean.TRUE.equals(request.bool("ConsistentRead"));
        capacity.addRead(Units.read(item == null ? 0 : item.bytes(), consistent));
      } else {
        Change change = carryOut(write(statement));
        capacity.addWrite(change, 1);
        item = returned(statement, change);
      }
      if (item != null) {
        response.put("Item", ValueWriter.wire(item));
      }
    } catch (EngineException e) {
      response.put("Error", Map.of("Code", code(e), "Message", e.serviceMessage()));
    }
    return response;
  }

  private static String code(EngineException e) {
    return switch (e.code()) {
      case "ValidationException" -> "ValidationError";
      case "ResourceNotFoundException" -> "ResourceNotFound";
      case "ConditionalCheckFailedException" -> "ConditionalCheckFailed";
      case "DuplicateItemException" -> "DuplicateItem";
      default -> e.code();
    };
  }

  private static @Nullable Attributes selected(Table table, Statement.Select select) {
    Attributes key = key(table, select.where());
    if (key == null) {
      throw Failures.validation(
          "Select statements within BatchExecuteStatement must specify the primary key in the where"
              + " clause.");
    }
    return projected(select, table.get(Keys.encode(key, table)));
  }

  private static @Nullable Attributes projected(
      Statement.Select select, @Nullable Attributes item) {
    Condition where = select.where();
    if (item == null || (where != null && !where.holds(item))) {
      return null;
    }
    Projection projection = select.projection();
    return projection == null ? item : projection.of(item);
  }

  Map<String, ?> executeTransaction(Structure input) {
    Constraints.checkItemOperation(input);
    List<Structure> requests = input.structures("TransactStatements");
    if (requests.isEmpty() || requests.size() > MOST_IN_TRANSACTION) {
      throw Failures.validation(
          "1 validation error detected: Value at 'transactStatements' failed to satisfy constraint:"
              + " Member must have length "
              + (requests.isEmpty()
                  ? "greater than or equal to 1"
                  : "less than or equal to " + MOST_IN_TRANSACTION));
    }
    List<Statement> statements = new ArrayList<>();
    requests.forEach(request -> statements.add(parse(request)));
    long reads = statements.stream().filter(each -> each instanceof Statement.Select).count();
    if (reads == statements.size()) {
      return readAll(input, statements);
    }
    if (reads > 0) {
      throw Failures.validation(
          "Transaction request cannot include both read and write operations");
    }
    return writeAll(input, statements);
  }

  private Map<String, ?> readAll(Structure input, List<Statement> statements) {
    List<Tables.Target> targets = new ArrayList<>();
    for (Statement statement : statements) {
      Table table = tables.get(statement.table());
      Condition where = ((Statement.Select) statement).where();
      Attributes key = key(table, where);
      if (key == null) {
        throw Failures.validation(
            "Select statements within ExecuteTransaction must specify the primary key in the where"
                + " clause.");
      }
      targets.add(new Tables.Target(table, Keys.encode(key, table)));
    }
    List<@Nullable Attributes> found = tables.readAll(targets);
    Map<String, Capacity> capacities = new LinkedHashMap<>();
    List<Object> responses = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Attributes item = projected((Statement.Select) statements.get(i), found.get(i));
      responses.add(item == null ? Map.of() : Map.of("Item", ValueWriter.wire(item)));
      capacities
          .computeIfAbsent(targets.get(i).table().name(), name -> new Capacity(name))
          .addRead(2 * Units.read(item == null ? 0 : item.bytes(), true));
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Responses", responses);
    addCapacity(input, capacities, true, output);
    return output;
  }

  private Map<String, ?> writeAll(Structure input, List<Statement> statements) {
    List<ItemOperations.Write> writes = new ArrayList<>();
    statements.forEach(statement -> writes.add(write(statement)));
    String token = input.text("ClientRequestToken");
    List<Change> changes =
        token == null
            ? transactions.write(writes)
            : tokens.once(
                token, input.list("TransactStatements"), () -> transactions.write(writes));
    Map<String, Capacity> capacities = new LinkedHashMap<>();
    List<Object> responses = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Attributes item = changes.isEmpty() ? null : returned(statements.get(i), changes.get(i));
      responses.add(item == null ? Map.of() : Map.of("Item", ValueWriter.wire(item)));
    }
    changes.forEach(
        change ->
            capacities
                .computeIfAbsent(change.table().name(), name -> new Capacity(name))
                .addWrite(change, 2));
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Responses", responses);
    addCapacity(input, capacities, true, output);
    return output;
  }
}
