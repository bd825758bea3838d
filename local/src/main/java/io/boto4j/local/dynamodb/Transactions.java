package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.table.Change;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.table.Tables.Target;
import io.boto4j.local.dynamodb.table.Units;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.dynamodb.value.ValueWriter;
import io.boto4j.local.engine.EngineException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code TransactGetItems} and {@code TransactWriteItems}. Transactions that touch the same items
 * wait for each other, so none is cancelled because of a conflict.
 */
final class Transactions {
  private static final int MOST = 100;
  private static final long MOST_BYTES = 4L * 1024 * 1024;
  private static final List<String> KINDS = List.of("ConditionCheck", "Put", "Delete", "Update");

  private final Tables tables;
  private final ItemOperations items;
  private final Tokens tokens;

  Transactions(Tables tables, ItemOperations items, Tokens tokens) {
    this.tables = tables;
    this.items = items;
    this.tokens = tokens;
  }

  private static void checkCount(int count) {
    if (count > MOST) {
      throw Failures.validation(
          "1 validation error detected at 'transactItems' failed to satisfy constraint: Member must"
              + " have length less than or equal to "
              + MOST
              + ".");
    }
    if (count == 0) {
      throw Constraints.failure(
          "'[]'", "transactItems", "Member must have length greater than or equal to 1");
    }
  }

  Map<String, ?> transactGetItems(Structure input) {
    Constraints.checkItemOperation(input);
    List<Structure> requests = input.structures("TransactItems");
    checkCount(requests.size());
    List<Target> targets = new ArrayList<>();
    List<@Nullable Projection> projections = new ArrayList<>();
    for (Structure request : requests) {
      Structure get = request.map("Get");
      Expressions expressions = Expressions.read(get, List.of("ProjectionExpression"), List.of());
      Attributes key = ValueReader.attributes(get.map("Key"));
      projections.add(expressions.projection());
      Table table = tables.get(get.text("TableName"));
      Keys.checkScalar(expressions.paths(), table);
      targets.add(new Target(table, Keys.encode(key, table)));
    }
    checkDistinct(targets);
    return output(input, targets, projections, tables.readAll(targets));
  }

  private static Map<String, ?> output(
      Structure input,
      List<Target> targets,
      List<@Nullable Projection> projections,
      List<@Nullable Attributes> found) {
    Map<Table, Capacity> capacities = new LinkedHashMap<>();
    List<Object> responses = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < targets.size(); i++) {
      Table table = targets.get(i).table();
      Attributes item = found.get(i);
      Projection projection = projections.get(i);
      bytes += item == null ? 0 : item.bytes();
      responses.add(
          item == null
              ? Map.of()
              : Map.of("Item", ValueWriter.wire(projection == null ? item : projection.of(item))));
      capacities
          .computeIfAbsent(table, each -> new Capacity(each.name()))
          .addRead(2 * Units.read(item == null ? 0 : item.bytes(), true));
    }
    if (bytes > MOST_BYTES) {
      throw Failures.validation("Aggregated size of all items in a transaction exceeds 4 MB");
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Responses", responses);
    addCapacity(input, capacities, output);
    return output;
  }

  private static void addCapacity(
      Structure input, Map<Table, Capacity> capacities, Map<String, Object> output) {
    String wanted = input.text("ReturnConsumedCapacity");
    if (Capacity.isWanted(wanted)) {
      List<Object> list = new ArrayList<>();
      capacities.values().forEach(capacity -> list.add(capacity.output(wanted, true)));
      output.put("ConsumedCapacity", list);
    }
  }

  private static void checkDistinct(List<Target> targets) {
    Set<Object> distinct = new HashSet<>();
    for (Target target : targets) {
      if (!distinct.add(List.of(target.table().id(), ByteBuffer.wrap(target.key())))) {
        throw Failures.validation(
            "Transaction request cannot include multiple operations on one item");
      }
    }
  }

  Map<String, ?> transactWriteItems(Structure input) {
    Constraints.checkItemOperation(input);
    List<Structure> requests = input.structures("TransactItems");
    checkCount(requests.size());
    for (Structure request : requests) {
      if (KINDS.stream().filter(kind -> request.get(kind) != null).count() != 1) {
        throw Failures.validation(
            "TransactItems can only contain one of Check, Put, Update or Delete");
      }
    }
    List<ItemOperations.Write> writes = new ArrayList<>();
    requests.forEach(request -> writes.add(write(request)));
    String token = input.text("ClientRequestToken");
    List<Change> changes =
        token == null
            ? write(writes)
            : tokens.once(token, input.list("TransactItems"), () -> write(writes));
    return output(input, writes, changes);
  }

  private ItemOperations.Write write(Structure request) {
    Structure put = request.structure("Put");
    if (put != null) {
      return items.put(put);
    }
    Structure update = request.structure("Update");
    if (update != null) {
      if (update.text("UpdateExpression") == null) {
        throw Failures.validation(
            "1 validation error detected: Value null at"
                + " 'transactItems.1.member.update.updateExpression' failed to satisfy constraint:"
                + " Member must not be null");
      }
      return items.update(update);
    }
    Structure delete = request.structure("Delete");
    return delete != null ? items.delete(delete) : items.check(request.map("ConditionCheck"));
  }

  /**
   * Carries out writes at once.
   *
   * @throws EngineException a cancellation, if one of them fails
   */
  List<Change> write(List<ItemOperations.Write> writes) {
    List<Target> targets = new ArrayList<>();
    writes.forEach(write -> targets.add(new Target(write.table(), write.key())));
    checkDistinct(targets);
    return tables.changeAll(targets, old -> applied(writes, old));
  }

  private static List<@Nullable Attributes> applied(
      List<ItemOperations.Write> writes, List<@Nullable Attributes> old) {
    List<@Nullable Attributes> changed = new ArrayList<>(writes.size());
    List<@Nullable EngineException> failures = new ArrayList<>(writes.size());
    boolean failed = false;
    long bytes = 0;
    for (int i = 0; i < writes.size(); i++) {
      try {
        Attributes item = writes.get(i).apply(old.get(i));
        changed.add(item);
        failures.add(null);
        bytes += item == null ? 0 : item.bytes();
      } catch (EngineException e) {
        failed = true;
        changed.add(null);
        failures.add(e);
      }
    }
    if (failed) {
      throw cancelled(failures);
    }
    if (bytes > MOST_BYTES) {
      throw Failures.validation("Aggregated size of all items in a transaction exceeds 4 MB");
    }
    return changed;
  }

  private static EngineException cancelled(List<@Nullable EngineException> failures) {
    List<Object> reasons = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (EngineException failure : failures) {
      Map<String, Object> reason = new LinkedHashMap<>();
      String code = failure == null ? "None" : code(failure);
      reason.put("Code", code);
      if (failure != null) {
        reason.put("Message", failure.serviceMessage());
        reason.putAll(failure.members());
      }
      codes.add(code);
      reasons.add(reason);
    }
    String message =
        "Transaction cancelled, please refer cancellation reasons for specific reasons ["
            + String.join(", ", codes)
            + "]";
    return new EngineException(
        "TransactionCanceledException", message, 0, Map.of("CancellationReasons", reasons));
  }

  private static String code(EngineException failure) {
    return switch (failure.code()) {
      case "ConditionalCheckFailedException" -> "ConditionalCheckFailed";
      case "DuplicateItemException" -> "DuplicateItem";
      default -> "ValidationError";
    };
  }

  private static Map<String, ?> output(
      Structure input, List<ItemOperations.Write> writes, List<Change> changes) {
    Map<Table, Capacity> capacities = new LinkedHashMap<>();
    Map<String, List<Object>> metrics = new LinkedHashMap<>();
    for (int i = 0; i < writes.size(); i++) {
      Table table = writes.get(i).table();
      Capacity capacity = capacities.computeIfAbsent(table, each -> new Capacity(each.name()));
      if (changes.isEmpty()) {
        // The transaction had been carried out before: only its items were read.
        Attributes item = table.get(writes.get(i).key());
        capacity.addRead(2 * Units.read(item == null ? 0 : item.bytes(), true));
        continue;
      }
      Change change = changes.get(i);
      capacity.addWrite(change, 2);
      Attributes item = change.item() == null ? change.old() : change.item();
      Map<String, Object> collection = item == null ? null : Capacity.metrics(table, item);
      if (collection != null) {
        metrics.computeIfAbsent(table.name(), each -> new ArrayList<>()).add(collection);
      }
    }
    Map<String, Object> output = new LinkedHashMap<>();
    addCapacity(input, capacities, output);
    if ("SIZE".equals(input.text("ReturnItemCollectionMetrics"))) {
      output.put("ItemCollectionMetrics", metrics);
    }
    return output;
  }
}
