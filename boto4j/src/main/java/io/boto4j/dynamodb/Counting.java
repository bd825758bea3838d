package io.boto4j.dynamodb;

import io.boto4j.Response;
import org.jspecify.annotations.Nullable;

/** Counts the items of a query or a scan, page by page. */
final class Counting {
  private Counting() {}

  static long count(ReadSettings settings) {
    RawRequest first = settings.request(/* count= */ true);
    long count = 0;
    @Nullable Object startKey = null;
    do {
      RawRequest request = new RawRequest(first);
      if (startKey != null) {
        request.put("ExclusiveStartKey", startKey);
      }
      long limit = settings.nextLimit(settings.limit - count);
      if (limit > 0) {
        request.put("Limit", limit);
      }
      Response response = settings.calls.call(settings.operation(), request);
      count += response.get("Count") instanceof Integer some ? some : 0;
      startKey = response.get("LastEvaluatedKey");
    } while (startKey != null && count < settings.limit);
    return Math.min(count, settings.limit);
  }
}
