package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.table.Change;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.table.Units;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.dynamodb.value.ValueWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code BatchGetItem} and {@code BatchWriteItem}. */
final class Batches {
  private static final int MOST_READS = 100;
  private static final int MOST_WRITES = 25;
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final Tables tables;
  private final ItemOperations items;

  Batches(Tables tables, ItemOperations items) {
    this.tables = tables;
    this.items = items;
  }

  /** The keys of one table to be read. */
  private record TableReads(
      String name,
      Table table,
      Structure request,
      List<Object> wire,
      List<byte[]> keys,
      @Nullable Projection projection) {}

  Map<String, ?> batchGetItem(Structure input) {
    Constraints.checkItemOperation(input);
    Map<String, Structure> requests = input.structureMap("RequestItems");
    checkKeyCounts(requests);
    List<Expressions> expressions = new ArrayList<>();
    List<List<Attributes>> keys = new ArrayList<>();
    for (Structure request : requests.values()) {
      expressions.add(
          Expressions.read(request, List.of("ProjectionExpression"), List.of("AttributesToGet")));
      keys.add(readKeys(request));
    }
    List<TableReads> reads = new ArrayList<>();
    int at = 0;
    for (Map.Entry<String, Structure> entry : requests.entrySet()) {
      reads.add(reads(entry.getKey(), entry.getValue(), expressions.get(at), keys.get(at)));
      at++;
    }
    return read(input, reads);
  }

  private static void checkKeyCounts(Map<String, Structure> requests) {
    if (requests.isEmpty()) {
      throw Constraints.failure(
          "'{}'", "requestItems", "Member must have length greater than or equal to 1");
    }
    int count = 0;
    for (Map.Entry<String, Structure> entry : requests.entrySet()) {
      int size = entry.getValue().list("Keys").size();
      String at = "requestItems." + entry.getKey() + ".member.keys";
      if (size > MOST_READS) {
        throw Failures.validation(
            "1 validation error detected: Value at '"
                + at
                + "' failed to satisfy constraint: Member must have length less than or equal to "
                + MOST_READS);
      }
      if (size == 0) {
        throw Constraints.failure("'[]'", at, "Member must have length greater than or equal to 1");
      }
      count += size;
    }
    if (count > MOST_READS) {
      throw Failures.validation("Too many items requested for the BatchGetItem call");
    }
  }

  private static List<Attributes> readKeys(Structure request) {
    List<Attributes> keys = new ArrayList<>();
    Set<Attributes> distinct = new HashSet<>();
    for (Structure key : request.structures("Keys")) {
      Attributes attributes = ValueReader.attributes(key);
      keys.add(attributes);
      if (!distinct.add(attributes)) {
        throw duplicates();
      }
    }
    return keys;
  }

  private static RuntimeException duplicates() {
    return Failures.validation("Provided list of item keys contains duplicates");
  }

  private TableReads reads(
      String name, Structure request, Expressions expressions, List<Attributes> keys) {
    Projection projection = expressions.projection();
    Table table = tables.get(name);
    Keys.checkScalar(expressions.paths(), table);
    List<byte[]> encoded = new ArrayList<>(keys.size());
    keys.forEach(key -> encoded.add(Keys.encode(key, table)));
    return new TableReads(name, table, request, request.list("Keys"), encoded, projection);
  }

  private static Map<String, ?> read(Structure input, List<TableReads> reads) {
    String wanted = input.text("ReturnConsumedCapacity");
    Map<String, Object> responses = new LinkedHashMap<>();
    Map<String, Object> unprocessed = new LinkedHashMap<>();
    List<Object> capacities = new ArrayList<>();
    long bytes = 0;
    for (TableReads each : reads) {
      List<Object> found = new ArrayList<>();
      List<Object> left = new ArrayList<>();
      Capacity capacity = new Capacity(each.table.name());
      boolean consistent = Boolean.TRUE.equals(each.request.bool("ConsistentRead"));
      for (int i = 0; i < each.keys.size(); i++) {
        if (bytes > MOST_BYTES) {
          left.add(each.wire.get(i));
          continue;
        }
        Attributes item = each.table.get(each.keys.get(i));
        int size = item == null ? 0 : item.bytes();
        if (bytes + size > MOST_BYTES) {
          bytes = MOST_BYTES + 1;
          left.add(each.wire.get(i));
          continue;
        }
        bytes += size;
        capacity.addRead(Units.read(size, consistent));
        if (item != null) {
          found.add(ValueWriter.wire(each.projection == null ? item : each.projection.of(item)));
        }
      }
      responses.put(each.name, found);
      if (!left.isEmpty()) {
        Map<String, Object> again = new LinkedHashMap<>(each.request);
        again.put("Keys", left);
        unprocessed.put(each.name, again);
      }
      if (Capacity.isWanted(wanted)) {
        capacities.add(capacity.output(wanted, false));
      }
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Responses", responses);
    output.put("UnprocessedKeys", unprocessed);
    if (Capacity.isWanted(wanted)) {
      output.put("ConsumedCapacity", capacities);
    }
    return output;
  }

  Map<String, ?> batchWriteItem(Structure input) {
    Constraints.checkItemOperation(input);
    Structure requests = input.map("RequestItems");
    checkWriteCounts(requests);
    checkDistinct(requests);
    Map<Table, List<ItemOperations.Write>> writes = new LinkedHashMap<>();
    Set<Object> distinct = new HashSet<>();
    for (String name : requests.keySet()) {
      Table table = tables.get(name);
      List<ItemOperations.Write> ofTable = writes.computeIfAbsent(table, each -> new ArrayList<>());
      for (Structure request : requests.structures(name)) {
        ItemOperations.Write write = write(name, request);
        if (!distinct.add(List.of(table.id(), ByteBuffer.wrap(write.key())))) {
          throw duplicates();
        }
        ofTable.add(write);
      }
    }
    return write(input, writes);
  }

  private static void checkWriteCounts(Structure requests) {
    if (requests.isEmpty()) {
      throw Constraints.failure(
          "'{}'", "requestItems", "Member must have length greater than or equal to 1");
    }
    int count = 0;
    for (String name : requests.keySet()) {
      List<Structure> ofTable = requests.structures(name);
      if (ofTable.isEmpty()) {
        throw Failures.validation("Batch write requests of a table must not be empty");
      }
      count += ofTable.size();
      for (Structure request : ofTable) {
        boolean put = request.get("PutRequest") != null;
        if (put == (request.get("DeleteRequest") != null)) {
          throw Failures.validation(
              "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                  + " the supported datatypes");
        }
      }
    }
    if (count > MOST_WRITES) {
      throw Failures.validation(
          "1 validation error detected: Value at 'requestItems' failed to satisfy constraint: Map"
              + " value must satisfy constraint: [Member must have length less than or equal to "
              + MOST_WRITES
              + ", Member must have length greater than or equal to 1]");
    }
  }

  /** Requests that are the same are refused even if they are invalid in other ways. */
  private static void checkDistinct(Structure requests) {
    for (String name : requests.keySet()) {
      Set<Object> distinct = new HashSet<>();
      for (Structure request : requests.structures(name)) {
        if (!distinct.add(
            request.get("PutRequest") == null ? request : request.map("PutRequest"))) {
          throw duplicates();
        }
      }
    }
  }

  private ItemOperations.Write write(String table, Structure request) {
    Map<String, Object> single = new LinkedHashMap<>();
    single.put("TableName", table);
    Structure put = request.structure("PutRequest");
    if (put != null) {
      single.put("Item", put.map("Item"));
      return items.put(Structures.of(single));
    }
    single.put("Key", request.map("DeleteRequest", "Key"));
    return items.delete(Structures.of(single));
  }

  private Map<String, ?> write(Structure input, Map<Table, List<ItemOperations.Write>> writes) {
    String wanted = input.text("ReturnConsumedCapacity");
    List<Object> capacities = new ArrayList<>();
    Map<String, Object> metrics = new LinkedHashMap<>();
    writes.forEach(
        (table, ofTable) -> {
          Capacity capacity = new Capacity(table.name());
          List<Object> collections = new ArrayList<>();
          for (ItemOperations.Write write : ofTable) {
            Change change = tables.change(table, write.key(), write::apply);
            capacity.addWrite(change, 1);
            Attributes item = change.item() == null ? change.old() : change.item();
            Map<String, Object> collection = item == null ? null : Capacity.metrics(table, item);
            if (collection != null && !collections.contains(collection)) {
              collections.add(collection);
            }
          }
          capacities.add(capacity.output(wanted, false));
          if (!collections.isEmpty()) {
            metrics.put(table.name(), collections);
          }
        });
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("UnprocessedItems", Map.of());
    if ("SIZE".equals(input.text("ReturnItemCollectionMetrics"))) {
      output.put("ItemCollectionMetrics", metrics);
    }
    if (Capacity.isWanted(wanted)) {
      output.put("ConsumedCapacity", capacities);
    }
    return output;
  }
}
