package io.boto4j.dynamodb;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a table, and those of its indexes.
 *
 * @param table the name of the table
 * @param keys the names of the partition key and the sort key, if there is one
 * @param types the types of key attributes: S, N or B; empty if not known
 * @param indexes the keys of each index by its name; null if not known
 */
record TableSchema(
    String table,
    List<String> keys,
    Map<String, String> types,
    @Nullable Map<String, List<String>> indexes) {

  static TableSchema of(String table, Structure description) {
    Map<String, String> types = new LinkedHashMap<>();
    for (Object each : elements(description, "AttributeDefinitions")) {
      types.put(text(each, "AttributeName"), text(each, "AttributeType"));
    }
    Map<String, List<String>> indexes = new LinkedHashMap<>();
    for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      for (Object each : elements(description, kind)) {
        indexes.put(text(each, "IndexName"), keys((Map<?, ?>) each));
      }
    }
    return new TableSchema(table, keys(description), types, indexes);
  }

  private static List<String> keys(Map<?, ?> description) {
    List<String> keys = new ArrayList<>();
    for (Object each : elements(description, "KeySchema")) {
      keys.add(text(each, "AttributeName"));
    }
    return keys;
  }

  private static Collection<?> elements(Map<?, ?> structure, String member) {
    return structure.get(member) instanceof Collection<?> list ? list : List.of();
  }

  private static String text(Object structure, String member) {
    return String.valueOf(((Map<?, ?>) structure).get(member));
  }

  /** Checks an index, if the indexes are known. */
  void requireIndex(String index) {
    Map<String, List<String>> known = indexes;
    if (known != null && !known.containsKey(index)) {
      throw new IllegalArgumentException(
          "Table "
              + table
              + " has no index "
              + index
              + (known.isEmpty()
                  ? "; it has none"
                  : "; it has " + String.join(", ", known.keySet())));
    }
  }

  /** Returns the names of the attributes that locate an item in a table or an index. */
  List<String> keysOf(@Nullable String index) {
    Map<String, List<String>> known = indexes;
    List<String> all = new ArrayList<>(keys);
    if (index != null && known != null) {
      for (String name : known.getOrDefault(index, List.of())) {
        if (!all.contains(name)) {
          all.add(name);
        }
      }
    }
    return all;
  }

  /**
   * Returns the key of an item or of a key, in attribute values.
   *
   * @throws IllegalArgumentException if a key attribute is missing or of the wrong type
   */
  Map<String, Object> keyOf(Map<String, Object> attributes) {
    Map<String, Object> key = new LinkedHashMap<>();
    for (String name : keys) {
      if (!(attributes.get(name) instanceof AttributeValue value)) {
        throw new IllegalArgumentException(
            "The key attribute "
                + name
                + " of table "
                + table
                + " is missing; there are "
                + String.join(", ", attributes.keySet()));
      }
      KeyValues.check(name, value);
      String type = types.get(name);
      if (type != null && !type.equals(value.type())) {
        throw new IllegalArgumentException(
            "The key attribute "
                + name
                + " of table "
                + table
                + " is of type "
                + type
                + ", and the value of type "
                + value.type());
      }
      key.put(name, value);
    }
    return key;
  }
}
