package io.boto4j.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random operations on a table, compared with a plain map. */
final class RandomOperationsTest {
  private static final int OPERATIONS = 6000;
  private static final int PARTITIONS = 5;
  private static final int SORTS = 30;
  private static final String TABLE = "random";

  /**
   * The items by partition and sort key: the attributes {@code g} and {@code v}, null if absent.
   */
  private final TreeMap<String, TreeMap<Integer, Item>> model = new TreeMap<>();

  private record Item(String partition, int sort, String group, Integer value) {}

  private static Map<String, Object> text(String text) {
    return Map.of("S", text);
  }

  private static Map<String, Object> number(int number) {
    return Map.of("N", Integer.toString(number));
  }

  private static Map<String, Object> key(String partition, int sort) {
    return Map.of("p", text(partition), "s", number(sort));
  }

  private static Map<String, Object> wire(Item item) {
    Map<String, Object> wire = new HashMap<>(key(item.partition, item.sort));
    if (item.group != null) {
      wire.put("g", text(item.group));
    }
    if (item.value != null) {
      wire.put("v", number(item.value));
    }
    return wire;
  }

  private Item modelled(String partition, int sort) {
    return model.getOrDefault(partition, new TreeMap<>()).get(sort);
  }

  private void store(Item item) {
    model.computeIfAbsent(item.partition, name -> new TreeMap<>()).put(item.sort, item);
  }

  private List<Map<String, Object>> all() {
    List<Map<String, Object>> all = new ArrayList<>();
    model.values().forEach(items -> items.values().forEach(item -> all.add(wire(item))));
    return all;
  }

  private static void createTable(Client client) {
    client.call(
        "CreateTable",
        Params.of(
            "TableName",
            TABLE,
            "BillingMode",
            "PAY_PER_REQUEST",
            "AttributeDefinitions",
            List.of(
                Map.of("AttributeName", "p", "AttributeType", "S"),
                Map.of("AttributeName", "s", "AttributeType", "N"),
                Map.of("AttributeName", "g", "AttributeType", "S"),
                Map.of("AttributeName", "v", "AttributeType", "N")),
            "KeySchema",
            List.of(
                Map.of("AttributeName", "p", "KeyType", "HASH"),
                Map.of("AttributeName", "s", "KeyType", "RANGE")),
            "GlobalSecondaryIndexes",
            List.of(
                Map.of(
                    "IndexName",
                    "by-group",
                    "KeySchema",
                    List.of(
                        Map.of("AttributeName", "g", "KeyType", "HASH"),
                        Map.of("AttributeName", "v", "KeyType", "RANGE")),
                    "Projection",
                    Map.of("ProjectionType", "ALL")))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void operations_atRandom_giveWhatAMapGives(long seed) {
    Random random = new Random(seed);
    try (EngineDoor door = new EngineDoor(new DynamoDb())) {
      Client client = door.client("dynamodb");
      createTable(client);
      for (int i = 0; i < OPERATIONS; i++) {
        String partition = "p" + random.nextInt(PARTITIONS);
        int sort = random.nextInt(SORTS) - SORTS / 2;
        switch (random.nextInt(8)) {
          case 0, 1 -> put(client, random, partition, sort);
          case 2 -> update(client, random, partition, sort);
          case 3 -> delete(client, random, partition, sort);
          case 4 -> get(client, partition, sort);
          case 5 -> query(client, random, partition, sort);
          case 6 -> queryIndex(client, random);
          default -> scan(client, random, i);
        }
      }
    }
  }

  private void put(Client client, Random random, String partition, int sort) {
    Item item =
        new Item(
            partition,
            sort,
            random.nextInt(3) == 0 ? null : "g" + random.nextInt(3),
            random.nextInt(3) == 0 ? null : random.nextInt(100) - 50);
    boolean onlyNew = random.nextInt(3) == 0;
    Item old = modelled(partition, sort);
    try {
      Response response =
          client.call(
              "PutItem",
              Params.of(
                  "TableName",
                  TABLE,
                  "Item",
                  wire(item),
                  "ReturnValues",
                  "ALL_OLD",
                  "ConditionExpression",
                  onlyNew ? "attribute_not_exists(p)" : null));
      assertThat(onlyNew && old != null).isFalse();
      assertThat(response.map("Attributes")).isEqualTo(old == null ? Map.of() : wire(old));
      store(item);
    } catch (ServiceException e) {
      assertThat(e.is("ConditionalCheckFailedException")).isTrue();
      assertThat(onlyNew && old != null).isTrue();
    }
  }

  private void update(Client client, Random random, String partition, int sort) {
    Item old = modelled(partition, sort);
    String group = "g" + random.nextInt(3);
    Response response =
        client.call(
            "UpdateItem",
            Params.of(
                "TableName",
                TABLE,
                "Key",
                key(partition, sort),
                "UpdateExpression",
                "SET g = :g ADD v :one",
                "ExpressionAttributeValues",
                Map.of(":g", text(group), ":one", number(1)),
                "ReturnValues",
                "ALL_NEW"));
    int before = old == null || old.value == null ? 0 : old.value;
    Item item = new Item(partition, sort, group, before + 1);
    assertThat(response.map("Attributes")).isEqualTo(wire(item));
    store(item);
  }

  private void delete(Client client, Random random, String partition, int sort) {
    Item old = modelled(partition, sort);
    boolean legacy = random.nextBoolean();
    try {
      client.call(
          "DeleteItem",
          Params.of(
              "TableName",
              TABLE,
              "Key",
              key(partition, sort),
              "Expected",
              legacy ? Map.of("g", Map.of("ComparisonOperator", "NOT_NULL")) : null));
      assertThat(legacy && (old == null || old.group == null)).isFalse();
      if (old != null) {
        model.get(partition).remove(sort);
      }
    } catch (ServiceException e) {
      assertThat(e.is("ConditionalCheckFailedException")).isTrue();
      assertThat(legacy && (old == null || old.group == null)).isTrue();
    }
  }

  private void get(Client client, String partition, int sort) {
    Item item = modelled(partition, sort);
    Response response =
        client.call(
            "GetItem",
            Params.of(
                "TableName", TABLE, "Key", key(partition, sort), "ProjectionExpression", "g, v"));
    Map<String, Object> expected = item == null ? new HashMap<>() : wire(item);
    expected.keySet().removeAll(List.of("p", "s"));
    assertThat(response.map("Item")).isEqualTo(expected);
  }

  /** Reads all pages and returns their items. */
  private static List<Map<String, Object>> pages(
      Client client, String operation, Map<String, Object> input) {
    List<Map<String, Object>> items = new ArrayList<>();
    Params params = Params.of();
    for (Map.Entry<String, Object> entry : input.entrySet()) {
      params = params.with(entry.getKey(), entry.getValue());
    }
    while (true) {
      Response page = client.call(operation, params);
      for (Structure item : page.structures("Items")) {
        items.add(new HashMap<>(item));
      }
      if (page.map("LastEvaluatedKey").isEmpty()) {
        return items;
      }
      params = params.with("ExclusiveStartKey", page.map("LastEvaluatedKey"));
    }
  }

  private void query(Client client, Random random, String partition, int sort) {
    boolean forward = random.nextBoolean();
    int other = sort + random.nextInt(10);
    String[] conditions = {
      "s < :a", "s <= :a", "s > :a", "s >= :a", "s = :a", "s BETWEEN :a AND :b"
    };
    int which = random.nextInt(conditions.length);
    Map<String, Object> values = new HashMap<>(Map.of(":p", text(partition), ":a", number(sort)));
    if (which == 5) {
      values.put(":b", number(other));
    }
    List<Map<String, Object>> expected = new ArrayList<>();
    for (Item item : model.getOrDefault(partition, new TreeMap<>()).values()) {
      boolean within =
          switch (which) {
            case 0 -> item.sort < sort;
            case 1 -> item.sort <= sort;
            case 2 -> item.sort > sort;
            case 3 -> item.sort >= sort;
            case 4 -> item.sort == sort;
            default -> item.sort >= sort && item.sort <= other;
          };
      if (within) {
        expected.add(forward ? expected.size() : 0, wire(item));
      }
    }
    assertThat(
            pages(
                client,
                "Query",
                Params.of(
                    "TableName", TABLE,
                    "KeyConditionExpression", "p = :p AND " + conditions[which],
                    "ExpressionAttributeValues", values,
                    "ScanIndexForward", forward,
                    "Limit", 1 + random.nextInt(5))))
        .isEqualTo(expected);
  }

  private void queryIndex(Client client, Random random) {
    String group = "g" + random.nextInt(3);
    int from = random.nextInt(100) - 50;
    List<Item> expected = new ArrayList<>();
    for (Map<Integer, Item> items : model.values()) {
      for (Item item : items.values()) {
        if (group.equals(item.group) && item.value != null && item.value >= from) {
          expected.add(item);
        }
      }
    }
    expected.sort(
        Comparator.comparing(Item::value).thenComparing(Item::partition).thenComparing(Item::sort));
    assertThat(
            pages(
                client,
                "Query",
                Params.of(
                    "TableName",
                    TABLE,
                    "IndexName",
                    "by-group",
                    "KeyConditionExpression",
                    "g = :g AND v >= :from",
                    "ExpressionAttributeValues",
                    Map.of(":g", text(group), ":from", number(from)),
                    "Limit",
                    1 + random.nextInt(5))))
        .isEqualTo(expected.stream().map(RandomOperationsTest::wire).toList());
  }

  private void scan(Client client, Random random, int round) {
    if (round % 5 == 0) {
      List<Map<String, Object>> segments = new ArrayList<>();
      for (int segment = 0; segment < 3; segment++) {
        segments.addAll(
            pages(
                client,
                "Scan",
                Params.of("TableName", TABLE, "Segment", segment, "TotalSegments", 3, "Limit", 7)));
      }
      assertThat(segments).containsExactlyInAnyOrderElementsOf(all());
      return;
    }
    int most = random.nextInt(100) - 50;
    assertThat(
            pages(
                client,
                "Scan",
                Params.of(
                    "TableName",
                    TABLE,
                    "FilterExpression",
                    "v < :most OR attribute_not_exists(v)",
                    "ExpressionAttributeValues",
                    Map.of(":most", number(most)),
                    "Limit",
                    1 + random.nextInt(20))))
        .isEqualTo(
            all().stream()
                .filter(
                    item ->
                        !item.containsKey("v")
                            || Integer.parseInt(
                                    String.valueOf(((Map<?, ?>) item.get("v")).get("N")))
                                < most)
                .toList());
  }
}
