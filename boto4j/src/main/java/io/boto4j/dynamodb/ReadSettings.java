package io.boto4j.dynamodb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a query or a scan. Immutable: {@link #copy()} is changed before it is shared. */
final class ReadSettings {
  final TableCalls calls;

  @Nullable Condition keys;
  @Nullable Condition filter;
  @Nullable Projection projection;
  @Nullable String index;
  @Nullable Map<String, Object> startKey;
  boolean consistent;
  boolean descending;
  long limit = Long.MAX_VALUE;
  int pageSize;
  int segments = 1;

  ReadSettings(TableCalls calls) {
    this.calls = calls;
  }

  ReadSettings copy() {
    ReadSettings copy = new ReadSettings(calls);
    copy.keys = keys;
    copy.filter = filter;
    copy.projection = projection;
    copy.index = index;
    copy.startKey = startKey;
    copy.consistent = consistent;
    copy.descending = descending;
    copy.limit = limit;
    copy.pageSize = pageSize;
    copy.segments = segments;
    return copy;
  }

  String operation() {
    return keys == null ? "Scan" : "Query";
  }

  /** Returns the request for the first page. */
  RawRequest request(boolean count) {
    RawRequest request = calls.request();
    if (index != null) {
      TableSchema known = calls.knownSchema();
      if (known != null) {
        known.requireIndex(index);
      }
      request.put("IndexName", index);
    }
    ExpressionWriter writer = new ExpressionWriter();
    if (filter != null) {
      request.put("FilterExpression", filter.written(writer));
    }
    if (keys != null) {
      request.put("KeyConditionExpression", keys.requireKeys().written(writer));
    }
    if (count) {
      request.put("Select", "COUNT");
    } else if (projection != null) {
      request.put("ProjectionExpression", projection.written(writer));
    }
    writer.putInto(request);
    if (consistent) {
      request.put("ConsistentRead", true);
    }
    if (descending) {
      request.put("ScanIndexForward", false);
    }
    if (startKey != null) {
      request.put("ExclusiveStartKey", startKey);
    }
    return request;
  }

  /**
   * Returns the number of items that the next request may read, or 0 for no limit. Without a filter
   * all that are read are returned, so reading more than are wanted would be a waste.
   */
  long nextLimit(long wanted) {
    long most = filter == null && wanted < Integer.MAX_VALUE ? wanted : 0;
    return pageSize == 0 ? most : most == 0 ? pageSize : Math.min(pageSize, most);
  }

  /** Returns the names of the attributes that locate an item. */
  List<String> keyNames() {
    return calls.schema().keysOf(index);
  }
}
