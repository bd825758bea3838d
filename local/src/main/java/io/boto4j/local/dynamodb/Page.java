package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.table.Index;
import io.boto4j.local.dynamodb.table.KeySchema;
import io.boto4j.local.dynamodb.table.KeySchema.KeyAttribute;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Units;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.KeyEncoding;
import io.boto4j.local.dynamodb.value.Sizes;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.dynamodb.value.ValueWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** One page of a query or scan. */
final class Page {
  private final Table table;
  private final @Nullable Index index;
  private final Structure input;
  private final @Nullable Condition filter;
  private final @Nullable Projection projection;
  private final boolean consistent;
  private final int limit;
  private final boolean countOnly;
  private final boolean fetches;

  private final List<Object> items = new ArrayList<>();
  private int count;
  private int scanned;
  private long bytes;
  private long fetchedUnits;
  private @Nullable Attributes last;

  Page(
      Table table,
      @Nullable Index index,
      Structure input,
      @Nullable Condition filter,
      @Nullable Projection projection) {
    this.table = table;
    this.index = index;
    this.input = input;
    this.filter = filter;
    this.projection = projection;
    this.consistent = Boolean.TRUE.equals(input.bool("ConsistentRead"));
    Integer most = input.integer("Limit");
    this.limit = most == null ? Integer.MAX_VALUE : most;
    this.countOnly = "COUNT".equals(input.text("Select"));
    this.fetches = fetches();
  }

  /** A local index does not have all attributes, and the table has those that are asked for. */
  private boolean fetches() {
    if (index == null || index.isGlobal() || index.projectsAll()) {
      return false;
    }
    if (projection != null) {
      for (Path path : projection.paths()) {
        if (!index.projects(path.head())) {
          return true;
        }
      }
      return false;
    }
    return "ALL_ATTRIBUTES".equals(input.text("Select"));
  }

  /** Encodes the key of the entry after which to start. */
  byte[] encode(Attributes start, KeySchema schema) {
    Set<String> names = keyNames(schema);
    if (start.count() != names.size()) {
      throw Failures.validation(
          index == null
                  && input.get("KeyConditions") == null
                  && input.get("KeyConditionExpression") == null
              ? "The provided starting key is invalid: The provided key element does not match the"
                  + " schema"
              : "The provided starting key is invalid");
    }
    KeyEncoding encoding = new KeyEncoding();
    append(start, schema, encoding);
    if (index != null) {
      append(start, table.key(), encoding);
    }
    return encoding.toBytes();
  }

  private static void append(Attributes start, KeySchema schema, KeyEncoding encoding) {
    for (KeyAttribute attribute : schema.all()) {
      Value value = start.find(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw Failures.validation(
            "The provided starting key is invalid: The provided key element does not match the"
                + " schema");
      }
      encoding.add(value);
    }
  }

  private Set<String> keyNames(KeySchema schema) {
    Set<String> names = new LinkedHashSet<>();
    table.key().all().forEach(attribute -> names.add(attribute.name()));
    schema.all().forEach(attribute -> names.add(attribute.name()));
    return names;
  }

  Map<String, ?> query(KeyRange range, byte @Nullable [] start) {
    boolean reverse = Boolean.FALSE.equals(input.bool("ScanIndexForward"));
    byte[] from = reverse ? range.to() : range.from();
    byte[] to = reverse ? range.from() : range.to();
    byte[] first = start == null ? from : start;
    Cursor<byte[], Attributes> cursor = table.cursor(index, first, to, reverse);
    while (cursor.hasNext()) {
      byte[] key = cursor.next();
      if (start != null && Arrays.equals(key, start)) {
        continue;
      }
      if (Arrays.compareUnsigned(key, range.to()) >= 0) {
        // The end of the range is exclusive; a cursor includes it.
        if (reverse) {
          continue;
        }
        break;
      }
      if (reverse && Arrays.compareUnsigned(key, range.from()) < 0) {
        break;
      }
      if (!take(cursor.getValue())) {
        return output();
      }
    }
    last = null;
    return output();
  }

  Map<String, ?> scan(@Nullable Attributes startKey, byte @Nullable [] start) {
    Segments segments = Segments.of(input, index == null ? table.key() : index.key());
    if (startKey != null && segments != null && !segments.has(startKey)) {
      throw Failures.validation(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
              + " ExclusiveStartKey with correct Segment. TotalSegments: "
              + input.integer("TotalSegments")
              + " Segment: "
              + input.integer("Segment"));
    }
    Cursor<byte[], Attributes> cursor = table.cursor(index, start, null, false);
    while (cursor.hasNext()) {
      byte[] key = cursor.next();
      boolean skipped =
          (start != null && Arrays.equals(key, start))
              || (segments != null && !segments.has(cursor.getValue()));
      if (!skipped && !take(cursor.getValue())) {
        return output();
      }
    }
    last = null;
    return output();
  }

  /** Takes an entry. Returns false when the page is full. */
  private boolean take(Attributes entry) {
    scanned++;
    bytes += entry.bytes();
    last = entry;
    if (filter == null && !fetches && countOnly) {
      count++;
    } else {
      Attributes item = fetches ? fetched(entry) : entry;
      if (filter == null || filter.holds(item)) {
        count++;
        if (!countOnly) {
          items.add(ValueWriter.wire(projection == null ? item : projection.of(item)));
        }
      }
    }
    return scanned < limit && bytes < Sizes.PAGE;
  }

  private Attributes fetched(Attributes entry) {
    Attributes item = table.get(table.keyOf(entry));
    if (item == null) {
      return entry;
    }
    fetchedUnits += (long) Units.read(item.bytes(), true);
    return item;
  }

  private Map<String, ?> output() {
    Map<String, Object> output = new LinkedHashMap<>();
    if (!countOnly) {
      output.put("Items", items);
    }
    output.put("Count", count);
    output.put("ScannedCount", scanned);
    if (last != null) {
      KeySchema schema = index == null ? table.key() : index.key();
      output.put("LastEvaluatedKey", ValueWriter.wire(last.only(keyNames(schema))));
    }
    String capacity = input.text("ReturnConsumedCapacity");
    if (Capacity.isWanted(capacity)) {
      output.put("ConsumedCapacity", capacity().output(capacity, false));
    }
    return output;
  }

  private Capacity capacity() {
    Capacity capacity = new Capacity(table.name());
    double units = Units.read(bytes, consistent);
    return index == null
        ? capacity.addRead(units)
        : capacity.addRead(index, units).addRead(consistent ? fetchedUnits : fetchedUnits / 2.0);
  }
}
