package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The operations on tables themselves. A table is active as soon as it is created or changed. */
final class TableOperations {
  private static final int MOST_NAMES = 100;
  private static final String GLOBAL = "GlobalSecondaryIndexes";

  private static final List<String> UPDATES =
      List.of(
          "ProvisionedThroughput",
          "BillingMode",
          "GlobalSecondaryIndexUpdates",
          "StreamSpecification",
          "SSESpecification",
          "TableClass",
          "DeletionProtectionEnabled",
          "OnDemandThroughput",
          "WarmThroughput");

  private final Tables tables;
  private final TableSettings settings;

  TableOperations(Tables tables, TableSettings settings) {
    this.tables = tables;
    this.settings = settings;
  }

  Map<String, ?> createTable(Structure input) {
    TableInput.checkCreate(input);
    String name = String.valueOf(input.text("TableName"));
    Table table = tables.create(name, () -> settings.create(input));
    if (table == null) {
      throw new EngineException("ResourceInUseException", "Table already exists: " + name);
    }
    return Map.of("TableDescription", settings.describe(table));
  }

  Map<String, ?> describeTable(Structure input) {
    return Map.of("Table", settings.describe(tables.describe(input.text("TableName"))));
  }

  Map<String, ?> listTables(Structure input) {
    Constraints.checkAtLeast(input.integer("Limit"), "limit", 1);
    Constraints.checkAtMost(input.integer("Limit"), "limit", MOST_NAMES);
    Integer wanted = input.integer("Limit");
    int limit = wanted == null ? MOST_NAMES : wanted;
    String start = input.text("ExclusiveStartTableName");
    SortedMap<String, Table> rest =
        start == null ? tables.all() : tables.all().tailMap(start + "\0");
    List<String> names = new ArrayList<>();
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("TableNames", names);
    for (String name : rest.keySet()) {
      if (names.size() == limit) {
        output.put("LastEvaluatedTableName", names.get(limit - 1));
        break;
      }
      names.add(name);
    }
    return output;
  }

  Map<String, ?> deleteTable(Structure input) {
    Table table = tables.describe(input.text("TableName"));
    if (Boolean.TRUE.equals(table.settings().get("DeletionProtectionEnabled"))) {
      throw Failures.validation(
          "1 validation error detected: Table '"
              + table.name()
              + "' can't be deleted while DeletionProtectionEnabled is set to True");
    }
    Map<String, Object> description = settings.describe(table);
    tables.delete(table);
    description.put("TableStatus", "DELETING");
    return Map.of("TableDescription", description);
  }

  Map<String, ?> updateTable(Structure input) {
    if (!input.list("ReplicaUpdates").isEmpty()) {
      throw Failures.validation("boto4j-local does not emulate replicas of tables");
    }
    if (UPDATES.stream().allMatch(member -> input.get(member) == null)) {
      throw Failures.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    checkThroughput(input);
    List<Structure> updates = input.structures("GlobalSecondaryIndexUpdates");
    checkIndexUpdates(updates);
    Table table = tables.describe(input.text("TableName"));
    tables.change(table, changed -> update(table, input, changed));
    return Map.of("TableDescription", settings.describe(table));
  }

  private static void checkThroughput(Structure input) {
    Structure throughput = input.structure("ProvisionedThroughput");
    if (throughput != null) {
      TableInput.checkUnits(throughput, "provisionedThroughput");
    } else if ("PROVISIONED".equals(input.text("BillingMode"))) {
      throw Failures.parameter(
          "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    }
  }

  private static void checkIndexUpdates(List<Structure> updates) {
    Set<String> names = new HashSet<>();
    int online = 0;
    for (Structure update : updates) {
      String name = null;
      for (String kind : List.of("Update", "Create", "Delete")) {
        name = name == null ? update.text(kind, "IndexName") : name;
      }
      if (name == null) {
        throw Failures.parameter(
            "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                + " GlobalSecondaryIndexUpdate.Delete must not be null");
      }
      if (!names.add(name)) {
        throw Failures.parameter(
            "Only one global secondary index update per index is allowed simultaneously. Index: "
                + name);
      }
      online += update.get("Update") == null ? 1 : 0;
    }
    if (online > 1) {
      throw new EngineException(
          "LimitExceededException",
          "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
              + " per table");
    }
  }

  private Map<String, Object> update(Table table, Structure input, Map<String, Object> changed) {
    updateBilling(input, changed);
    if (!input.list("AttributeDefinitions").isEmpty()) {
      changed.put(
          "AttributeDefinitions", definitions(changed, input.structures("AttributeDefinitions")));
    }
    for (Structure update : input.structures("GlobalSecondaryIndexUpdates")) {
      updateIndex(table, update, changed);
    }
    Structure stream = input.structure("StreamSpecification");
    if (stream != null) {
      updateStream(table, stream, changed);
    }
    settings.setEncryption(changed, input.structure("SSESpecification"));
    String tableClass = input.text("TableClass");
    if (tableClass != null) {
      changed.put(
          "TableClassSummary",
          Map.of("TableClass", tableClass, "LastUpdateDateTime", settings.now()));
    }
    Boolean protection = input.bool("DeletionProtectionEnabled");
    if (protection != null) {
      changed.put("DeletionProtectionEnabled", protection);
    }
    if (input.get("OnDemandThroughput") != null) {
      changed.put("OnDemandThroughput", TableSettings.plain(input.map("OnDemandThroughput")));
    }
    if (input.get("WarmThroughput") != null) {
      changed.put("WarmThroughput", TableSettings.warm(input));
    }
    return changed;
  }

  private void updateBilling(Structure input, Map<String, Object> changed) {
    String billing = input.text("BillingMode");
    if (billing != null) {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("BillingMode", billing);
      if (billing.equals("PAY_PER_REQUEST")) {
        summary.put("LastUpdateToPayPerRequestDateTime", settings.now());
        changed.put("ProvisionedThroughput", TableSettings.throughput(null));
      }
      changed.put("BillingModeSummary", summary);
    }
    Structure throughput = input.structure("ProvisionedThroughput");
    if (throughput == null) {
      return;
    }
    boolean onDemand =
        changed.get("BillingModeSummary") instanceof Map<?, ?> summary
            && "PAY_PER_REQUEST".equals(summary.get("BillingMode"));
    if (onDemand) {
      throw Failures.parameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    Map<String, Object> now = TableSettings.throughput(throughput);
    if (billing == null && now.equals(changed.get("ProvisionedThroughput"))) {
      Object read = now.get("ReadCapacityUnits");
      Object write = now.get("WriteCapacityUnits");
      throw Failures.validation(
          "The provisioned throughput for the table will not change. The requested value equals the"
              + " current value. Current ReadCapacityUnits provisioned for the table: "
              + read
              + ". Requested ReadCapacityUnits: "
              + read
              + ". Current WriteCapacityUnits provisioned for the table: "
              + write
              + ". Requested WriteCapacityUnits: "
              + write
              + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to"
              + " request higher limits.");
    }
    changed.put("ProvisionedThroughput", now);
  }

  /** Adds definitions to those of a table. */
  private static List<Object> definitions(
      Map<String, Object> changed, Collection<Structure> added) {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (Map<String, Object> each : Table.maps(changed, "AttributeDefinitions")) {
      byName.put(String.valueOf(each.get("AttributeName")), each);
    }
    added.forEach(
        each -> byName.put(String.valueOf(each.text("AttributeName")), TableSettings.plain(each)));
    return new ArrayList<>(byName.values());
  }

  private void updateIndex(Table table, Structure update, Map<String, Object> changed) {
    List<Object> indexes = new ArrayList<>(Table.maps(changed, GLOBAL));
    Structure create = update.structure("Create");
    if (create != null) {
      create(table, create, changed, indexes);
    } else {
      String name =
          update.get("Delete") == null
              ? update.text("Update", "IndexName")
              : update.text("Delete", "IndexName");
      int at = find(indexes, name);
      if (at < 0) {
        throw new EngineException(
            "ResourceNotFoundException",
            "Requested resource not found: Index: " + name + " not found");
      }
      if (update.get("Delete") != null) {
        indexes.remove(at);
        changed.put("AttributeDefinitions", usedDefinitions(changed, indexes));
      } else {
        indexes.set(at, updated(Table.maps(changed, GLOBAL).get(at), update.map("Update")));
      }
    }
    changed.put(GLOBAL, indexes);
  }

  private void create(
      Table table, Structure create, Map<String, Object> changed, List<Object> indexes) {
    Set<String> names = new HashSet<>();
    table.indexes().forEach(index -> names.add(index.name()));
    String name = String.valueOf(create.text("IndexName"));
    if (names.contains(name)) {
      throw Failures.validation("Attempting to create an index which already exists");
    }
    TableInput.checkGlobal(create, names);
    Set<String> defined = Table.types(changed).keySet();
    for (Structure key : create.structures("KeySchema")) {
      if (!defined.contains(String.valueOf(key.text("AttributeName")))) {
        throw Failures.parameter(
            "Some index key attributes are not defined in AttributeDefinitions. Keys: ["
                + key.text("AttributeName")
                + "], AttributeDefinitions: "
                + defined);
      }
    }
    indexes.add(settings.global(table.name(), create));
  }

  private static int find(List<Object> indexes, @Nullable String name) {
    for (int i = 0; i < indexes.size(); i++) {
      if (indexes.get(i) instanceof Map<?, ?> index
          && String.valueOf(name).equals(index.get("IndexName"))) {
        return i;
      }
    }
    return -1;
  }

  private static Map<String, Object> updated(Map<String, Object> index, Structure update) {
    Map<String, Object> updated = new LinkedHashMap<>(index);
    Structure throughput = update.structure("ProvisionedThroughput");
    if (throughput != null) {
      TableInput.checkUnits(throughput, "provisionedThroughput");
      updated.put("ProvisionedThroughput", TableSettings.throughput(throughput));
    }
    if (update.get("OnDemandThroughput") != null) {
      updated.put("OnDemandThroughput", TableSettings.plain(update.map("OnDemandThroughput")));
    }
    if (update.get("WarmThroughput") != null) {
      updated.put("WarmThroughput", TableSettings.warm(update));
    }
    return updated;
  }

  /** Removes the definitions of attributes that no key has any more. */
  private static List<Object> usedDefinitions(Map<String, Object> changed, List<Object> indexes) {
    Map<String, Object> all = new LinkedHashMap<>(changed);
    all.put(GLOBAL, indexes);
    Set<Object> used = new HashSet<>();
    Table.maps(changed, "KeySchema").forEach(key -> used.add(key.get("AttributeName")));
    for (String member : List.of(GLOBAL, "LocalSecondaryIndexes")) {
      for (Map<String, Object> index : Table.maps(all, member)) {
        Table.maps(index, "KeySchema").forEach(key -> used.add(key.get("AttributeName")));
      }
    }
    List<Object> kept = new ArrayList<>();
    for (Map<String, Object> definition : Table.maps(changed, "AttributeDefinitions")) {
      if (used.contains(definition.get("AttributeName"))) {
        kept.add(definition);
      }
    }
    return kept;
  }

  private void updateStream(Table table, Structure stream, Map<String, Object> changed) {
    boolean enabled = table.stream() != null;
    boolean enable = Boolean.TRUE.equals(stream.bool("StreamEnabled"));
    if (enable && enabled) {
      throw new EngineException(
          "ResourceInUseException", "Table already has an enabled stream: " + table.name());
    }
    if (!enable && !enabled) {
      throw Failures.validation("Table is not enabled for streams: " + table.name());
    }
    if (enable && stream.text("StreamViewType") == null) {
      throw Failures.parameter("StreamViewType must be specified when a stream is enabled");
    }
    settings.setStream(changed, stream);
  }
}
