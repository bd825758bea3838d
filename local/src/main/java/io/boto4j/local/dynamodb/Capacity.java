package io.boto4j.local.dynamodb;

import io.boto4j.local.dynamodb.table.Change;
import io.boto4j.local.dynamodb.table.Index;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Units;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.ValueWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The capacity that a call takes of one table. */
final class Capacity {
  private final String table;
  private double read;
  private double write;
  private final Map<Index, Double> indexes =
      new TreeMap<>((one, two) -> one.name().compareTo(two.name()));

  Capacity(String table) {
    this.table = table;
  }

  /** Returns whether a request asks for the capacity. */
  static boolean isWanted(@Nullable String parameter) {
    return "TOTAL".equals(parameter) || "INDEXES".equals(parameter);
  }

  Capacity addRead(double units) {
    read += units;
    return this;
  }

  Capacity addRead(Index index, double units) {
    indexes.merge(index, units, Double::sum);
    return this;
  }

  /** Adds a write, times two in a transaction. */
  Capacity addWrite(Change change, int times) {
    Attributes old = change.old();
    Attributes item = change.item();
    int bytes = Math.max(old == null ? 0 : old.bytes(), item == null ? 0 : item.bytes());
    write += Units.write(bytes) * times;
    for (Index index : change.table().indexes()) {
      int units = index.writeUnits(old, item);
      if (units > 0) {
        indexes.merge(index, (double) units * times, Double::sum);
      }
    }
    return this;
  }

  /** Adds the units of another call or part. */
  void addWriteUnits(double units) {
    write += units;
  }

  /** Returns the {@code ConsumedCapacity}. */
  Map<String, Object> output(@Nullable String parameter, boolean transaction) {
    double total = read + write;
    for (double units : indexes.values()) {
      total += units;
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("TableName", table);
    output.put("CapacityUnits", total);
    if (transaction) {
      output.put(write > 0 ? "WriteCapacityUnits" : "ReadCapacityUnits", total);
    }
    if ("INDEXES".equals(parameter)) {
      output.put("Table", units(read + write, write > 0, transaction));
      indexes.forEach(
          (index, units) -> {
            String member = index.isGlobal() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
            Map<String, Object> named = new LinkedHashMap<>();
            if (output.get(member) instanceof Map<?, ?> map) {
              map.forEach((name, each) -> named.put(String.valueOf(name), each));
            }
            named.put(index.name(), units(units, write > 0, transaction));
            output.put(member, named);
          });
    }
    return output;
  }

  private static Map<String, Object> units(double units, boolean write, boolean transaction) {
    return transaction
        ? Map.of("CapacityUnits", units, write ? "WriteCapacityUnits" : "ReadCapacityUnits", units)
        : Map.of("CapacityUnits", units);
  }

  /** Returns the {@code ItemCollectionMetrics}, or null if the table has no local index. */
  static @Nullable Map<String, Object> metrics(Table table, Attributes item) {
    if (!table.hasLocalIndex()) {
      return null;
    }
    String name = table.key().partition().get(0).name();
    return Map.of(
        "ItemCollectionKey",
        ValueWriter.wire(item.only(Set.of(name))),
        "SizeEstimateRangeGB",
        List.of(0.0, 1.0));
  }
}
