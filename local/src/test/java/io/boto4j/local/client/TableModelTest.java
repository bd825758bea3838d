package io.boto4j.local.client;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.dynamodb.Attr;
import io.boto4j.dynamodb.BatchItems;
import io.boto4j.dynamodb.BatchWriter;
import io.boto4j.dynamodb.Page;
import io.boto4j.dynamodb.Query;
import io.boto4j.dynamodb.ReadOptions;
import io.boto4j.dynamodb.ReturnValues;
import io.boto4j.dynamodb.Table;
import io.boto4j.dynamodb.WriteOptions;
import io.boto4j.error.ServiceException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands of random operations on a table, each of which is also done to a plain map. */
final class TableModelTest {
  private static final int OPERATIONS = 4_000;
  private static final List<String> PARTITIONS = List.of("a", "b", "ü", "0");

  private static Tables engine;

  private final Random random = new Random(20261128);

  /** What the table must contain: items by sort key, by partition key. */
  private final Map<String, NavigableMap<Integer, Map<String, Object>>> model = new HashMap<>();

  private Table table;

  @BeforeAll
  static void start() {
    engine = Tables.start();
  }

  @AfterAll
  static void stop() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void operations_random_leaveWhatTheModelHas() {
    table = engine.sortedTable("random", "pk", "sk");
    for (String each : PARTITIONS) {
      model.put(each, new TreeMap<>());
    }
    for (int i = 0; i < OPERATIONS; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> put();
        case 3, 4 -> get();
        case 5 -> delete();
        case 6, 7 -> update();
        case 8 -> query();
        case 9 -> putOnCondition();
        case 10 -> transaction();
        default -> {
          if (i % 10 == 0) {
            batch();
          } else if (i % 10 == 5) {
            scan();
          } else {
            batchGet();
          }
        }
      }
    }
    scan();
  }

  private Map<String, Object> randomKey() {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("pk", PARTITIONS.get(random.nextInt(PARTITIONS.size())));
    key.put("sk", random.nextInt(20));
    return key;
  }

  private Map<String, Object> randomItem() {
    Map<String, Object> item = randomKey();
    for (int i = random.nextInt(5); i >= 0; i--) {
      item.put("attr." + random.nextInt(6), randomValue(3));
    }
    item.put("count", random.nextInt(100));
    return item;
  }

  private Object randomValue(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> randomNumber();
      case 3 -> "text " + random.nextInt(9);
      case 4 -> new byte[] {(byte) random.nextInt()};
      case 5 -> new LinkedHashSet<>(List.of(random.nextInt(), "x".length(), -5));
      case 6 -> Set.of("s" + random.nextInt(), "t");
      case 7 -> randomList(depth - 1);
      default -> randomMap(depth - 1);
    };
  }

  private Number randomNumber() {
    if (random.nextInt(4) == 0) {
      return new BigDecimal("123456789012345678901234567890.12345678");
    }
    return random.nextLong();
  }

  private List<Object> randomList(int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(randomValue(depth));
    }
    return list;
  }

  private Map<String, Object> randomMap(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      map.put("k" + i, randomValue(depth));
    }
    return map;
  }

  private NavigableMap<Integer, Map<String, Object>> partition(Map<String, Object> key) {
    return model.get((String) key.get("pk"));
  }

  private Map<String, Object> inModel(Map<String, Object> key) {
    return partition(key).get((Integer) key.get("sk"));
  }

  private void store(Map<String, Object> item) {
    partition(item).put((Integer) item.get("sk"), item);
  }

  private static void same(Structure actual, Map<String, Object> expected) {
    assertThat(PlainValues.comparable(actual)).isEqualTo(PlainValues.comparable(expected));
  }

  private static void same(List<Structure> actual, List<Map<String, Object>> expected) {
    assertThat(PlainValues.comparable(actual)).isEqualTo(PlainValues.comparable(expected));
  }

  private void put() {
    Map<String, Object> item = randomItem();
    Map<String, Object> old = inModel(item);
    Structure returned = table.put(item, WriteOptions::returnOld);
    same(returned, old == null ? Map.of() : old);
    store(item);
  }

  private void putOnCondition() {
    Map<String, Object> item = randomItem();
    Map<String, Object> old = inModel(item);
    int bound = random.nextInt(100);
    boolean holds = old == null || (int) old.get("count") < bound;
    try {
      table.put(item, o -> o.when(attr("pk").notExists().or(attr("count").lt(bound))));
      assertThat(holds).isTrue();
      store(item);
    } catch (ServiceException e) {
      assertThat(e.is("ConditionalCheckFailedException")).isTrue();
      assertThat(holds).isFalse();
      same(e.response().structure("Item"), old);
    }
  }

  private void get() {
    Map<String, Object> key = randomKey();
    Optional<Structure> found = table.get(key, ReadOptions::consistent);
    Map<String, Object> expected = inModel(key);
    assertThat(found.isPresent()).isEqualTo(expected != null);
    found.ifPresent(item -> same(item, expected));
  }

  private void delete() {
    Map<String, Object> key = randomKey();
    Structure old = table.delete(key, WriteOptions::returnOld);
    Map<String, Object> expected = partition(key).remove((Integer) key.get("sk"));
    same(old, expected == null ? Map.of() : expected);
  }

  private void update() {
    Map<String, Object> key = randomKey();
    Map<String, Object> item = new LinkedHashMap<>(key);
    if (inModel(key) != null) {
      item.putAll(inModel(key));
    }
    int added = random.nextInt(10);
    Object value = randomValue(2);
    Structure now =
        table
            .update(key)
            .add("count", added)
            .set(Attr.path("attr.0"), value)
            .remove(Attr.path("attr.1"))
            .setIfAbsent("first", "yes")
            .append("log", added)
            .returning(ReturnValues.ALL_NEW)
            .run();
    item.put("count", (int) item.getOrDefault("count", 0) + added);
    item.put("attr.0", value);
    item.remove("attr.1");
    item.putIfAbsent("first", "yes");
    List<Object> log = new ArrayList<>((List<?>) item.getOrDefault("log", List.of()));
    log.add(added);
    item.put("log", log);
    same(now, item);
    store(item);
  }

  private void query() {
    String partition = PARTITIONS.get(random.nextInt(PARTITIONS.size()));
    int low = random.nextInt(20);
    int high = low + random.nextInt(10);
    boolean descending = random.nextBoolean();
    int limit = 1 + random.nextInt(12);
    int bound = random.nextInt(100);
    Query<Structure> query =
        table
            .query(key("pk").eq(partition).and(key("sk").between(low, high)))
            .filter(attr("count").gte(bound))
            .limit(limit)
            .pageSize(1 + random.nextInt(5))
            .consistent();
    List<Map<String, Object>> expected = new ArrayList<>();
    var items = model.get(partition).subMap(low, true, high, true);
    for (Map<String, Object> each : (descending ? items.descendingMap() : items).values()) {
      if ((int) each.get("count") >= bound && expected.size() < limit) {
        expected.add(each);
      }
    }
    Query<Structure> ordered = descending ? query.descending() : query;
    same(ordered.list(), expected);
    assertThat(query.count()).isEqualTo(expected.size());
    resume(ordered, expected);
  }

  /** Leafs through the pages with one query each. */
  private static void resume(Query<Structure> query, List<Map<String, Object>> expected) {
    List<Structure> all = new ArrayList<>();
    Page<Structure> page = query.limit(2).page();
    all.addAll(page.items());
    while (page.nextKey() != null && all.size() < expected.size()) {
      page = query.limit(2).startKey(page.nextKey()).page();
      all.addAll(page.items());
    }
    same(all.subList(0, expected.size()), expected);
  }

  private void scan() {
    List<Structure> all =
        (random.nextBoolean() ? table.scan().segments(3).pageSize(7) : table.scan())
            .consistent()
            .list();
    Map<String, NavigableMap<Integer, Map<String, Object>>> found = new HashMap<>();
    for (Structure each : all) {
      found.computeIfAbsent(each.text("pk"), pk -> new TreeMap<>()).put(each.integer("sk"), each);
    }
    for (String each : PARTITIONS) {
      assertThat(PlainValues.comparable(found.getOrDefault(each, new TreeMap<>())))
          .isEqualTo(PlainValues.comparable(model.get(each)));
    }
    assertThat(table.count()).isEqualTo(all.size());
  }

  private void batch() {
    try (BatchWriter batch = table.batchWriter()) {
      for (int i = random.nextInt(80); i > 0; i--) {
        if (random.nextInt(4) == 0) {
          Map<String, Object> key = randomKey();
          batch.delete(key);
          partition(key).remove((Integer) key.get("sk"));
        } else {
          Map<String, Object> item = randomItem();
          batch.put(item);
          store(item);
        }
      }
    }
  }

  private void batchGet() {
    Set<Map<String, Object>> keys = new LinkedHashSet<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      keys.add(randomKey());
    }
    List<Map<String, Object>> expected = new ArrayList<>();
    List<Map<String, Object>> missing = new ArrayList<>();
    for (Map<String, Object> key : keys) {
      (inModel(key) == null ? missing : expected).add(inModel(key) == null ? key : inModel(key));
    }
    BatchItems<Structure> found = table.batchGet(keys, ReadOptions::consistent);
    same(found.items(), expected);
    same(found.missing(), missing);
  }

  private void transaction() {
    Map<String, Object> item = randomItem();
    Map<String, Object> key = randomKey();
    Map<String, Object> itemKey = Params.of("pk", item.get("pk"), "sk", item.get("sk"));
    if (key.equals(itemKey)) {
      return;
    }
    Map<String, Object> other = inModel(key);
    boolean holds = other != null && (int) other.get("count") > 50;
    try {
      table.transaction().put(item).delete(key, attr("count").gt(50)).run();
      assertThat(holds).isTrue();
      store(item);
      partition(key).remove((Integer) key.get("sk"));
    } catch (ServiceException e) {
      assertThat(holds).isFalse();
      List<Structure> reasons = e.response().structures("CancellationReasons");
      assertThat(reasons.get(0).text("Code")).isEqualTo("None");
      assertThat(reasons.get(1).text("Code")).isEqualTo("ConditionalCheckFailed");
      if (other != null) {
        same(reasons.get(1).structure("Item"), other);
      }
    }
    assertThat(table.transactionGet().get(key).get(itemKey).run().get(1).isPresent())
        .isEqualTo(inModel(itemKey) != null);
  }
}
