package io.boto4j.benchmarks.transfer.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page of a listing, by {@code ListObjectsV2} or by its predecessor. */
final class Listing {
  private static final int PAGE = 1000;

  private final String bucket;
  private final RequestHead request;
  private final boolean second;
  private final StringBuilder out = new StringBuilder(300_000);
  private @Nullable String last;
  private boolean more;
  private int count;

  Listing(String bucket, RequestHead request) {
    this.bucket = bucket;
    this.request = request;
    this.second = "2".equals(request.query().get("list-type"));
  }

  String xml(ObjectTable objects) {
    String prefix = parameter("prefix");
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult ");
    out.append("xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    element("Name", bucket);
    element("Prefix", prefix);
    element("MaxKeys", String.valueOf(most()));
    String start = second ? parameter("continuation-token") : parameter("marker");
    if (start.isEmpty()) {
      start = parameter("start-after");
    }
    entries(objects, prefix, start, parameter("delimiter"));
    element("IsTruncated", String.valueOf(more));
    if (second) {
      element("KeyCount", String.valueOf(count));
    }
    if (more && last != null) {
      element(second ? "NextContinuationToken" : "NextMarker", last);
    }
    return out.append("</ListBucketResult>").toString();
  }

  private int most() {
    String set = parameter("max-keys");
    return set.isEmpty() ? PAGE : Math.min(PAGE, Integer.parseInt(set));
  }

  private void entries(ObjectTable objects, String prefix, String start, String delimiter) {
    String base = bucket + "/";
    boolean begins = start.compareTo(prefix) < 0;
    String from = base + (begins ? prefix : start);
    for (Map.Entry<String, StoredObject> each : objects.after(from, begins)) {
      if (!each.getKey().startsWith(base + prefix)) {
        return;
      }
      String key = each.getKey().substring(base.length());
      int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      String group = end < 0 ? null : key.substring(0, end + delimiter.length());
      if (group != null && (group.equals(last) || group.equals(start))) {
        continue;
      }
      if (count == most()) {
        more = true;
        return;
      }
      count++;
      if (group == null) {
        last = key;
        contents(key, each.getValue());
      } else {
        last = group;
        out.append("<CommonPrefixes>");
        element("Prefix", group);
        out.append("</CommonPrefixes>");
      }
    }
  }

  private void contents(String key, StoredObject object) {
    out.append("<Contents>");
    element("Key", key);
    element("LastModified", object.modified().toString().replace("Z", ".000Z"));
    element("ETag", object.eTag().replace("\"", "&quot;"));
    element("Size", String.valueOf(object.size()));
    element("StorageClass", "STANDARD");
    out.append("</Contents>");
  }

  private String parameter(String name) {
    return request.query().getOrDefault(name, "");
  }

  private void element(String name, String value) {
    out.append('<').append(name).append('>').append(value);
    out.append("</").append(name).append('>');
  }
}
