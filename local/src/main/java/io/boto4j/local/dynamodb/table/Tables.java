package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** All tables of a world, and the ways to change them and their items. */
public final class Tables {
  private final EngineContext context;
  private final Store store;
  private final Streams streams;
  private final MVMap<String, Object> stored;
  private final ConcurrentSkipListMap<String, Table> tables = new ConcurrentSkipListMap<>();
  private final ConcurrentMap<String, Sweeper> sweepers = new ConcurrentHashMap<>();
  private final ItemLocks locks = new ItemLocks();

  /** Held while tables are created and deleted. */
  private final Object creating = new Object();

  /**
   * Opens the tables of a world.
   *
   * @param context the world
   */
  public Tables(EngineContext context) {
    this.context = context;
    this.store = context.store();
    this.streams = new Streams(context);
    this.stored = store.map("tables");
    for (Map.Entry<String, Object> entry : stored.entrySet()) {
      open(document(entry.getValue()));
    }
  }

  @SuppressWarnings("unchecked") // documents have texts as keys
  private static Map<String, Object> document(Object stored) {
    return (Map<String, Object>) stored;
  }

  private Table open(Map<String, Object> settings) {
    Table table = new Table(store, streams, settings);
    Sweeper sweeper = new Sweeper(this, context, table);
    sweepers.put(table.id(), sweeper);
    tables.put(table.name(), table);
    sweeper.schedule();
    return table;
  }

  /**
   * Returns the name of a table in a parameter, which can be its name or its ARN.
   *
   * @param nameOrArn the parameter
   * @return the name
   */
  public static String nameOf(String nameOrArn) {
    if (!nameOrArn.startsWith("arn:")) {
      return nameOrArn;
    }
    int slash = nameOrArn.indexOf(":table/");
    if (slash < 0) {
      return nameOrArn;
    }
    String rest = nameOrArn.substring(slash + ":table/".length());
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }

  /**
   * Returns the streams of the tables.
   *
   * @return the streams
   */
  public Streams streams() {
    return streams;
  }

  /**
   * Finds a table.
   *
   * @param nameOrArn its name or ARN
   * @return the table, or null if it does not exist
   */
  public @Nullable Table find(String nameOrArn) {
    return tables.get(nameOf(nameOrArn));
  }

  /**
   * Finds a table for an operation on items.
   *
   * @param nameOrArn its name or ARN
   * @return the table
   */
  public Table get(@Nullable String nameOrArn) {
    Table table = nameOrArn == null ? null : find(nameOrArn);
    if (table == null) {
      throw Failures.noResource();
    }
    return table;
  }

  /**
   * Finds a table for an operation on tables.
   *
   * @param nameOrArn its name or ARN
   * @return the table
   */
  public Table describe(@Nullable String nameOrArn) {
    Table table = nameOrArn == null ? null : find(nameOrArn);
    if (table == null) {
      throw Failures.noTable(String.valueOf(nameOrArn));
    }
    return table;
  }

  /**
   * Returns all tables.
   *
   * @return the tables by name
   */
  public SortedMap<String, Table> all() {
    return tables;
  }

  /**
   * Creates a table.
   *
   * @param name the name
   * @param settings computes its settings if the name is free
   * @return the table, or null if there is one of that name
   */
  public @Nullable Table create(String name, Supplier<Map<String, Object>> settings) {
    return store.write(
        () -> {
          synchronized (creating) {
            if (tables.containsKey(name)) {
              return null;
            }
            Map<String, Object> document = settings.get();
            stored.put(name, document);
            return open(document);
          }
        });
  }

  /**
   * Copies the items of a table.
   *
   * @param table the table
   * @param map the name of the map for the copies
   */
  public void save(Table table, String map) {
    store.write(
        () -> {
          MVMap<byte[], Attributes> copies = Table.open(store, map);
          Cursor<byte[], Attributes> cursor = table.cursor(null, null, null, false);
          while (cursor.hasNext()) {
            copies.append(cursor.next(), cursor.getValue());
          }
        });
  }

  /**
   * Removes copies of items.
   *
   * @param map the name of the map with the copies
   */
  public void removeSaved(String map) {
    store.write(() -> store.removeMap(map));
  }

  /**
   * Creates a table with copies of items.
   *
   * @param name the name
   * @param settings computes its settings if the name is free
   * @param map the name of the map with the copies
   * @return the table, or null if there is one of that name
   */
  public @Nullable Table create(String name, Supplier<Map<String, Object>> settings, String map) {
    return store.write(
        () -> {
          Table table = create(name, settings);
          if (table != null) {
            table.load(Table.open(store, map), now());
          }
          return table;
        });
  }

  /**
   * Deletes a table.
   *
   * @param table the table
   */
  public void delete(Table table) {
    store.write(
        () -> {
          synchronized (creating) {
            table.delete();
            stored.remove(table.name());
            tables.remove(table.name());
            sweepers.remove(table.id());
          }
        });
  }

  /**
   * Changes the settings of a table.
   *
   * @param table the table
   * @param change changes a copy of the settings and returns it
   */
  public void change(Table table, UnaryOperator<Map<String, Object>> change) {
    store.write(
        () -> {
          synchronized (creating) {
            table.change(change);
            stored.put(table.name(), table.settings());
          }
        });
    Sweeper sweeper = sweepers.get(table.id());
    if (sweeper != null) {
      sweeper.schedule();
    }
  }

  /**
   * Changes an item.
   *
   * @param table the table
   * @param key the encoded key
   * @param change computes the new item from the old one; null means that there is no item
   * @return what was changed
   */
  public Change change(
      Table table, byte[] key, Function<@Nullable Attributes, @Nullable Attributes> change) {
    return change(table, key, change, false);
  }

  Change change(
      Table table,
      byte[] key,
      Function<@Nullable Attributes, @Nullable Attributes> change,
      boolean expired) {
    return store.write(
        () ->
            locks.with(
                table,
                key,
                () -> {
                  Attributes old = table.get(key);
                  Attributes item = change.apply(old);
                  Change made = new Change(table, key, old, item, now(), expired);
                  apply(List.of(made));
                  return made;
                }));
  }

  private long now() {
    return context.clock().millis();
  }

  private static void apply(Collection<Change> changes) {
    List<Table> changed = changes.stream().map(Change::table).distinct().toList();
    if (changed.size() > 1) {
      changed = changed.stream().sorted(Comparator.comparing(Table::id)).toList();
    }
    List<Lock> held = new ArrayList<>(changed.size());
    try {
      for (Table table : changed) {
        Lock lock = table.changing().readLock();
        lock.lock();
        held.add(lock);
      }
      for (Change change : changes) {
        if (change.old() != null || change.item() != null) {
          change.table().apply(change);
        }
      }
    } finally {
      held.forEach(Lock::unlock);
    }
  }

  /**
   * One item of a transaction.
   *
   * @param table the table
   * @param key the encoded key
   */
  @SuppressWarnings("ArrayRecordComponent") // keys are not compared
  public record Target(Table table, byte[] key) {}

  /**
   * Changes several items at once, or none of them.
   *
   * @param targets the items, each at most once
   * @param change computes all new items from the old ones; an item that is to stay as it is must
   *     be the same object. It can have further entries of the store changed
   * @return what was changed, in the order of the targets
   */
  @SuppressWarnings("ReferenceEquality") // what is unchanged is the same object
  public List<Change> changeAll(
      List<Target> targets,
      Function<List<@Nullable Attributes>, List<@Nullable Attributes>> change) {
    List<ItemLocks.Item> locked = new ArrayList<>(targets.size());
    targets.forEach(target -> locked.add(new ItemLocks.Item(target.table, target.key)));
    return store.write(
        () ->
            locks.withAll(
                locked,
                () -> {
                  List<@Nullable Attributes> old = new ArrayList<>(targets.size());
                  targets.forEach(target -> old.add(target.table.get(target.key)));
                  List<@Nullable Attributes> items = change.apply(old);
                  List<Change> changes = new ArrayList<>(targets.size());
                  List<Change> made = new ArrayList<>(targets.size());
                  for (int i = 0; i < targets.size(); i++) {
                    Target target = targets.get(i);
                    Attributes before = old.get(i);
                    Attributes after = items.get(i);
                    Change each = new Change(target.table, target.key, before, after, now(), false);
                    changes.add(each);
                    if (before != after) {
                      made.add(each);
                    }
                  }
                  apply(made);
                  return changes;
                }));
  }

  /**
   * Reads several items as they are at one moment.
   *
   * @param targets the items
   * @return the items, or null for each that does not exist
   */
  public List<@Nullable Attributes> readAll(List<Target> targets) {
    List<ItemLocks.Item> locked = new ArrayList<>(targets.size());
    targets.forEach(target -> locked.add(new ItemLocks.Item(target.table, target.key)));
    return locks.withAll(
        locked,
        () -> {
          List<@Nullable Attributes> items = new ArrayList<>(targets.size());
          targets.forEach(target -> items.add(target.table.get(target.key)));
          return items;
        });
  }
}
