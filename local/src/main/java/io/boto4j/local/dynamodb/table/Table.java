package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.ItemType;
import io.boto4j.local.dynamodb.value.KeyEncoding;
import io.boto4j.local.dynamodb.value.KeyType;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.engine.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A table: its settings, its items in the order of their keys, and its indexes.
 *
 * <p>Whoever changes an item holds its lock in {@link ItemLocks}. The changes of one call are made
 * while {@link #changing} is held shared, and cursors are created while it is held exclusively, so
 * that a query or scan sees all of a transaction or nothing.
 */
public final class Table {
  private final Store store;
  private final Streams streams;
  private final String id;
  private final String name;
  private final KeySchema key;
  private final MVMap<byte[], Attributes> items;
  private final Expiry expiry;
  private final AtomicLong bytes = new AtomicLong();
  private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock();

  /** The state that {@code DescribeTable} and other operations report; never changed in place. */
  private volatile Map<String, Object> settings;

  private volatile List<Index> indexes = List.of();
  private volatile Set<String> indexKeys = Set.of();
  private volatile @Nullable TableStream stream;
  private volatile boolean deleted;

  Table(Store store, Streams streams, Map<String, Object> settings) {
    this.store = store;
    this.streams = streams;
    this.settings = settings;
    this.id = String.valueOf(settings.get("TableId"));
    this.name = String.valueOf(settings.get("TableName"));
    this.key = KeySchema.of(maps(settings, "KeySchema"), types(settings));
    this.items = open(store, "items/" + id);
    this.expiry = new Expiry(open(store, "expiry/" + id));
    readSettings();
    Cursor<byte[], Attributes> cursor = items.cursor(null);
    while (cursor.hasNext()) {
      cursor.next();
      bytes.addAndGet(cursor.getValue().bytes());
    }
  }

  static MVMap<byte[], Attributes> open(Store store, String map) {
    return store.map(
        map,
        new MVMap.Builder<byte[], Attributes>()
            .keyType(KeyType.INSTANCE)
            .valueType(ItemType.INSTANCE));
  }

  /**
   * Returns maps in a list of settings.
   *
   * @param settings the settings
   * @param member the name of the list
   * @return the maps, none if the list is absent
   */
  @SuppressWarnings("unchecked") // settings are documents, whose maps have texts as keys
  public static List<Map<String, Object>> maps(Map<String, ?> settings, String member) {
    return settings.get(member) instanceof List<?> list
        ? (List<Map<String, Object>>) list
        : List.of();
  }

  /**
   * Returns the types of the attributes that settings define.
   *
   * @param settings the settings
   * @return the types by the names of the attributes
   */
  public static Map<String, Value.Type> types(Map<String, ?> settings) {
    Map<String, Value.Type> types = new HashMap<>();
    for (Map<String, Object> definition : maps(settings, "AttributeDefinitions")) {
      types.put(
          String.valueOf(definition.get("AttributeName")),
          Value.Type.valueOf(String.valueOf(definition.get("AttributeType"))));
    }
    return types;
  }

  /** Opens what the settings describe and is not open, and closes the rest. */
  private void readSettings() {
    List<Index> now = new ArrayList<>();
    for (Map<String, Object> each : maps(settings, "GlobalSecondaryIndexes")) {
      now.add(index(each, true));
    }
    for (Map<String, Object> each : maps(settings, "LocalSecondaryIndexes")) {
      now.add(index(each, false));
    }
    Set<String> keys = new HashSet<>();
    now.forEach(index -> index.key().all().forEach(attribute -> keys.add(attribute.name())));
    indexes = List.copyOf(now);
    indexKeys = Set.copyOf(keys);
    expiry.enable(
        settings.get("TimeToLive") instanceof Map<?, ?> ttl
            ? String.valueOf(ttl.get("AttributeName"))
            : null);
    String label = TableStream.labelOf(settings);
    TableStream open = stream;
    if (open != null && !open.label().equals(label)) {
      streams.disable(open);
      open = null;
    }
    if (open == null && label != null) {
      String viewType = String.valueOf(map("StreamSpecification").get("StreamViewType"));
      open = streams.enable(settings, label, viewType);
    }
    stream = open;
  }

  private Index index(Map<String, Object> settings, boolean global) {
    String indexName = String.valueOf(settings.get("IndexName"));
    for (Index each : indexes) {
      if (each.name().equals(indexName)) {
        return each;
      }
    }
    Map<?, ?> projection =
        settings.get("Projection") instanceof Map<?, ?> map ? map : Map.of("ProjectionType", "ALL");
    return new Index(
        indexName,
        global,
        KeySchema.of(maps(settings, "KeySchema"), types(this.settings)),
        key,
        projection,
        open(store, indexMap(indexName)));
  }

  private String indexMap(String index) {
    return "index/" + id + "/" + index;
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the id, which no other table has, not even one of the same name.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the primary key.
   *
   * @return the key
   */
  public KeySchema key() {
    return key;
  }

  /**
   * Returns the indexes.
   *
   * @return the global ones and then the local ones
   */
  public List<Index> indexes() {
    return indexes;
  }

  /**
   * Returns the names of all attributes that are in the key of an index.
   *
   * @return the names
   */
  public Set<String> indexKeys() {
    return indexKeys;
  }

  /**
   * Finds an index.
   *
   * @param indexName the name
   * @return the index, or null if it does not exist
   */
  public @Nullable Index index(String indexName) {
    for (Index index : indexes) {
      if (index.name().equals(indexName)) {
        return index;
      }
    }
    return null;
  }

  /**
   * Returns whether the table has a local index.
   *
   * @return whether it has
   */
  public boolean hasLocalIndex() {
    for (Index index : indexes) {
      if (!index.isGlobal()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the stream.
   *
   * @return the stream, or null if it is disabled
   */
  public @Nullable TableStream stream() {
    return stream;
  }

  Expiry expiry() {
    return expiry;
  }

  /**
   * Returns the settings.
   *
   * @return the settings, which must not be changed
   */
  public Map<String, Object> settings() {
    return settings;
  }

  /**
   * Returns a map in the settings.
   *
   * @param member the name of the map
   * @return the map, empty if it is absent
   */
  public Map<?, ?> map(String member) {
    return settings.get(member) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Changes the settings, and fills new indexes. */
  void change(UnaryOperator<Map<String, Object>> change) {
    Lock lock = changing.writeLock();
    lock.lock();
    try {
      checkExists();
      String ttl = expiry.attribute();
      Set<Index> before = Set.copyOf(indexes);
      settings = change.apply(new LinkedHashMap<>(settings));
      readSettings();
      Set<Index> added = new HashSet<>(indexes);
      added.removeAll(before);
      boolean newExpiry = expiry.attribute() != null && !expiry.attribute().equals(ttl);
      if (!added.isEmpty() || newExpiry) {
        fill(added, newExpiry);
      }
      for (Index index : before) {
        if (!indexes.contains(index)) {
          store.removeMap(indexMap(index.name()));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void fill(Set<Index> added, boolean newExpiry) {
    if (newExpiry) {
      expiry.clear();
    }
    Cursor<byte[], Attributes> cursor = items.cursor(null);
    while (cursor.hasNext()) {
      byte[] itemKey = cursor.next();
      Attributes item = cursor.getValue();
      added.forEach(index -> index.apply(null, item));
      if (newExpiry) {
        expiry.apply(itemKey, null, item, this::keysOf);
      }
    }
  }

  /** Removes all that is stored. Calls that are under way fail. */
  void delete() {
    Lock lock = changing.writeLock();
    lock.lock();
    try {
      checkExists();
      deleted = true;
      TableStream open = stream;
      if (open != null) {
        streams.disable(open);
      }
      store.removeMap("items/" + id);
      store.removeMap("expiry/" + id);
      indexes.forEach(index -> store.removeMap(indexMap(index.name())));
    } finally {
      lock.unlock();
    }
  }

  private void checkExists() {
    if (deleted) {
      throw Failures.noResource();
    }
  }

  /**
   * Returns the lock that is held shared while changes are made, and exclusively while a cursor is
   * created.
   *
   * @return the lock
   */
  ReentrantReadWriteLock changing() {
    return changing;
  }

  /**
   * Encodes the key of an item.
   *
   * @param item the item or its key, which has been checked
   * @return the key
   */
  public byte[] keyOf(Attributes item) {
    KeyEncoding encoding = new KeyEncoding();
    if (!key.encode(item, encoding)) {
      throw Failures.validation("The provided key element does not match the schema");
    }
    return encoding.toBytes();
  }

  /**
   * Returns the key attributes of an item.
   *
   * @param item the item
   * @return the key
   */
  public Attributes keysOf(Attributes item) {
    Map<String, Value> keys = new LinkedHashMap<>();
    for (KeySchema.KeyAttribute attribute : key.all()) {
      Value value = item.find(attribute.name());
      if (value != null) {
        keys.put(attribute.name(), value);
      }
    }
    return Attributes.of(keys);
  }

  /**
   * Reads an item.
   *
   * @param itemKey the encoded key
   * @return the item, or null if it does not exist
   */
  public @Nullable Attributes get(byte[] itemKey) {
    try {
      return items.get(itemKey);
    } catch (IllegalStateException e) {
      checkExists();
      throw e;
    }
  }

  /**
   * Starts to read a range of the table or of an index, as it is now.
   *
   * @param index the index, or null for the table
   * @param from the first key, or null for the beginning; with {@code reverse}, the last key or
   *     null for the end
   * @param to where to end, in the direction of reading, or null
   * @param reverse whether to read backwards
   * @return the entries
   */
  public Cursor<byte[], Attributes> cursor(
      @Nullable Index index, byte @Nullable [] from, byte @Nullable [] to, boolean reverse) {
    MVMap<byte[], Attributes> map = index == null ? items : index.entries();
    Lock lock = changing.writeLock();
    lock.lock();
    try {
      checkExists();
      return map.cursor(from, to, reverse);
    } finally {
      lock.unlock();
    }
  }

  /** Replaces an item. The caller holds its lock, and {@link #changing} shared. */
  void apply(Change change) {
    checkExists();
    Attributes old = change.old();
    Attributes item = change.item();
    if (item == null) {
      items.remove(change.key());
    } else {
      items.put(change.key(), item);
    }
    for (Index index : indexes) {
      index.apply(old, item);
    }
    expiry.apply(change.key(), old, item, this::keysOf);
    bytes.addAndGet((item == null ? 0 : item.bytes()) - (old == null ? 0 : old.bytes()));
    TableStream open = stream;
    if (open != null && !(item == null ? old == null : item.equals(old))) {
      Attributes keys = keysOf(item == null ? old == null ? Attributes.NONE : old : item);
      open.append(new StreamRecord(change.time(), change.expired(), keys, old, item));
    }
  }

  /**
   * Returns the number of items.
   *
   * @return the number
   */
  public long itemCount() {
    return items.sizeAsLong();
  }

  /**
   * Returns the size of all items.
   *
   * @return the bytes
   */
  public long bytes() {
    return bytes.get();
  }

  /**
   * Returns the number of entries of an index.
   *
   * @param index the index
   * @return the number
   */
  public static long entryCount(Index index) {
    return index.entries().sizeAsLong();
  }

  /**
   * Returns the size of all entries of an index, which is counted.
   *
   * @param index the index
   * @return the bytes
   */
  public static long entryBytes(Index index) {
    long bytes = 0;
    Cursor<byte[], Attributes> cursor = index.entries().cursor(null);
    while (cursor.hasNext()) {
      cursor.next();
      bytes += cursor.getValue().bytes();
    }
    return bytes;
  }

  /** Puts all items of a map into this table, which is new. */
  void load(Map<byte[], Attributes> loaded, long time) {
    Lock lock = changing.readLock();
    lock.lock();
    try {
      for (Map.Entry<byte[], Attributes> entry : loaded.entrySet()) {
        apply(new Change(this, entry.getKey(), null, entry.getValue(), time, false));
      }
    } finally {
      lock.unlock();
    }
  }
}
