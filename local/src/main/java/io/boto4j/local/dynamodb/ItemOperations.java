package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.expression.Update;
import io.boto4j.local.dynamodb.table.Change;
import io.boto4j.local.dynamodb.table.Index;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GetItem}, {@code PutItem}, {@code UpdateItem} and {@code DeleteItem}. */
final class ItemOperations {
  private static final List<String> CONDITION = List.of("ConditionExpression");
  private static final List<String> UPDATE = List.of("UpdateExpression", "ConditionExpression");
  private static final List<String> PROJECTION = List.of("ProjectionExpression");
  private static final List<String> NOT_CONDITION = List.of("Expected");
  private static final List<String> NOT_UPDATE = List.of("AttributeUpdates", "Expected");
  private static final List<String> NOT_PROJECTION = List.of("AttributesToGet");
  private static final Set<String> OLD = Set.of("NONE", "ALL_OLD");
  private static final Set<String> ANY =
      Set.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");

  private final Tables tables;

  ItemOperations(Tables tables) {
    this.tables = tables;
  }

  Map<String, ?> getItem(Structure input) {
    Constraints.checkItemOperation(input);
    Expressions expressions = Expressions.read(input, PROJECTION, NOT_PROJECTION);
    Projection projection = expressions.projection();
    Attributes key = ValueReader.attributes(input.map("Key"));
    Table table = tables.get(input.text("TableName"));
    byte[] encoded = Keys.encode(key, table);
    Keys.checkScalar(expressions.paths(), table);
    Attributes item = table.get(encoded);
    Map<String, Object> output = new LinkedHashMap<>();
    if (item != null) {
      output.put("Item", ValueWriter.wire(projection == null ? item : projection.of(item)));
    }
    String capacity = input.text("ReturnConsumedCapacity");
    if (Capacity.isWanted(capacity)) {
      boolean consistent = Boolean.TRUE.equals(input.bool("ConsistentRead"));
      double units = Units.read(item == null ? 0 : item.bytes(), consistent);
      output.put(
          "ConsumedCapacity", new Capacity(table.name()).addRead(units).output(capacity, false));
    }
    return output;
  }

  /** A write of one item, checked and ready to be carried out. */
  @SuppressWarnings("ArrayRecordComponent") // arrays are compared nowhere
  record Write(
      Table table,
      byte[] key,
      @Nullable Condition condition,
      boolean returnsItem,
      ItemChange change) {
    /** Computes the item after the write, or fails if the condition does not hold. */
    @Nullable Attributes apply(@Nullable Attributes old) {
      if (condition != null && !condition.holds(old == null ? Attributes.NONE : old)) {
        throw conditionFailed(old);
      }
      return change.of(old);
    }

    private EngineException conditionFailed(@Nullable Attributes old) {
      return new EngineException(
          "ConditionalCheckFailedException",
          "The conditional request failed",
          0,
          returnsItem && old != null ? Map.of("Item", ValueWriter.wire(old)) : Map.of());
    }
  }

  /** Computes an item from the one before it; null means that there is no item. */
  interface ItemChange {
    @Nullable Attributes of(@Nullable Attributes old);
  }

  private static boolean returnsItem(Structure input) {
    return "ALL_OLD".equals(input.text("ReturnValuesOnConditionCheckFailure"));
  }

  /** Checks a put, and returns the write. */
  Write put(Structure input) {
    Expressions expressions = Expressions.read(input, CONDITION, NOT_CONDITION);
    Attributes item = ValueReader.attributes(input.map("Item"));
    if (item.bytes() > Sizes.ITEM) {
      throw Failures.validation("Item size has exceeded the maximum allowed size");
    }
    Condition condition = expressions.condition();
    Table table = tables.get(input.text("TableName"));
    Keys.checkItem(item, table);
    Keys.checkScalar(expressions.paths(), table);
    return new Write(table, table.keyOf(item), condition, returnsItem(input), old -> item);
  }

  /** Checks a deletion, and returns the write. */
  Write delete(Structure input) {
    Expressions expressions = Expressions.read(input, CONDITION, NOT_CONDITION);
    Attributes key = ValueReader.attributes(input.map("Key"));
    Condition condition = expressions.condition();
    Table table = tables.get(input.text("TableName"));
    byte[] encoded = Keys.encode(key, table);
    Keys.checkScalar(expressions.paths(), table);
    return new Write(table, encoded, condition, returnsItem(input), old -> null);
  }

  /** Checks a condition on its own, and returns it as a write that changes nothing. */
  Write check(Structure input) {
    Write delete = delete(input);
    return new Write(delete.table, delete.key, delete.condition, delete.returnsItem, old -> old);
  }

  /** Checks an update, and returns the write. */
  Write update(Structure input) {
    return update(input, Expressions.read(input, UPDATE, NOT_UPDATE));
  }

  private Write update(Structure input, Expressions expressions) {
    Attributes key = ValueReader.attributes(input.map("Key"));
    Update update = expressions.update();
    Condition condition = expressions.condition();
    Table table = tables.get(input.text("TableName"));
    byte[] encoded = Keys.encode(key, table);
    boolean legacy = input.get("AttributeUpdates") != null;
    return new Write(
        table,
        encoded,
        condition,
        returnsItem(input),
        change(table, key, update, expressions.paths(), legacy));
  }

  /** Checks an update of a table, and returns the change. */
  static ItemChange change(
      Table table, Attributes key, Update update, Set<Path> paths, boolean legacy) {
    checkUpdated(table, update);
    Keys.checkScalar(paths, table);
    return old -> {
      Attributes item = applied(update, old == null ? key : old, legacy);
      if (item.bytes() > Sizes.ITEM) {
        throw Failures.validation("Item size to update has exceeded the maximum allowed size");
      }
      Keys.checkUpdated(item, table);
      return item;
    };
  }

  private static Attributes applied(Update update, Attributes item, boolean legacy) {
    try {
      return update.applyTo(item);
    } catch (EngineException e) {
      if (legacy && e.serviceMessage().startsWith("An operand in the update expression")) {
        throw Failures.validation("Type mismatch for attribute to update");
      }
      throw e;
    }
  }

  private static void checkUpdated(Table table, Update update) {
    for (KeyAttribute attribute : table.key().all()) {
      for (Update.Action action : update.actions()) {
        if (action.path().head().equals(attribute.name())) {
          throw Failures.parameter(
              "Cannot update attribute "
                  + attribute.name()
                  + ". This attribute is part of the key");
        }
      }
    }
    for (Index index : table.indexes()) {
      for (KeyAttribute attribute : index.key().all()) {
        for (Update.Action action : update.actions()) {
          Value.Type type = assignedType(action);
          if (type != null
              && type != attribute.type()
              && !action.path().isNested()
              && action.path().head().equals(attribute.name())) {
            throw Keys.indexMismatch(attribute, type, index);
          }
        }
      }
    }
  }

  private static Value.@Nullable Type assignedType(Update.Action action) {
    if (action instanceof Update.Set set) {
      return set.value().type();
    }
    return action instanceof Update.Add add ? add.value().type() : null;
  }

  Map<String, ?> putItem(Structure input) {
    Constraints.checkItemOperation(input);
    checkReturnValues(input, OLD);
    Write write = Prefixed.check(() -> put(input));
    Change change = tables.change(write.table, write.key, write::apply);
    return output(input, change, change.old());
  }

  Map<String, ?> deleteItem(Structure input) {
    Constraints.checkItemOperation(input);
    checkReturnValues(input, OLD);
    Write write = Prefixed.check(() -> delete(input));
    Change change = tables.change(write.table, write.key, write::apply);
    return output(input, change, change.old());
  }

  Map<String, ?> updateItem(Structure input) {
    Constraints.checkItemOperation(input);
    checkReturnValues(input, ANY);
    Expressions expressions = Prefixed.check(() -> Expressions.read(input, UPDATE, NOT_UPDATE));
    Write write = Prefixed.check(() -> update(input, expressions));
    Change change = tables.change(write.table, write.key, write::apply);
    String wanted = input.text("ReturnValues");
    Attributes returned = null;
    if (wanted != null && !wanted.equals("NONE")) {
      Attributes whole = wanted.endsWith("_OLD") ? change.old() : change.item();
      returned =
          whole == null || wanted.startsWith("ALL")
              ? whole
              : Projection.of(expressions.update().paths()).of(whole);
    }
    return output(input, change, returned);
  }

  private static void checkReturnValues(Structure input, Set<String> allowed) {
    String wanted = input.text("ReturnValues");
    if (wanted != null && !allowed.contains(wanted)) {
      throw Failures.validation("Return values set to invalid value");
    }
  }

  private static Map<String, ?> output(
      Structure input, Change change, @Nullable Attributes returned) {
    Map<String, Object> output = new LinkedHashMap<>();
    String wanted = input.text("ReturnValues");
    if (returned != null && !returned.isEmpty() && wanted != null && !wanted.equals("NONE")) {
      output.put("Attributes", ValueWriter.wire(returned));
    }
    String capacity = input.text("ReturnConsumedCapacity");
    if (Capacity.isWanted(capacity)) {
      output.put(
          "ConsumedCapacity",
          new Capacity(change.table().name()).addWrite(change, 1).output(capacity, false));
    }
    if ("SIZE".equals(input.text("ReturnItemCollectionMetrics"))) {
      Attributes item = change.item() == null ? change.old() : change.item();
      Map<String, Object> metrics = item == null ? null : Capacity.metrics(change.table(), item);
      if (metrics != null) {
        output.put("ItemCollectionMetrics", metrics);
      }
    }
    return output;
  }
}
