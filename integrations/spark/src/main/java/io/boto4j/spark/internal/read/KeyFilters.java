package io.boto4j.spark.internal.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.StringStartsWith;
import org.jspecify.annotations.Nullable;

/** Filters on the keys of S3: {@code Prefix} and {@code StartAfter}. */
final class KeyFilters {
  private static final String KEY = "Key";

  private KeyFilters() {}

  static Pushdown of(Filter[] filters, List<Filter> pushed) {
    String prefix = null;
    String after = null;
    for (Filter filter : filters) {
      if (filter instanceof StringStartsWith f && f.attribute().equals(KEY) && prefix == null) {
        prefix = f.value();
        pushed.add(filter);
      } else if (filter instanceof EqualTo f
          && f.attribute().equals(KEY)
          && f.value() instanceof String key
          && prefix == null) {
        prefix = key;
        pushed.add(filter);
      } else if (filter instanceof GreaterThan f
          && f.attribute().equals(KEY)
          && f.value() instanceof String key
          && after == null) {
        after = key;
        pushed.add(filter);
      }
    }
    return pushed.isEmpty() ? Pushdown.NONE : effect(prefix, after);
  }

  /** With a delimiter, a longer prefix would list objects that the listing itself does not have. */
  private static Pushdown effect(@Nullable String prefix, @Nullable String after) {
    return set -> {
      Map<String, Object> own = set.parameters();
      Map<String, Object> changed = new HashMap<>();
      String ownPrefix = (String) own.getOrDefault("Prefix", "");
      boolean wholeTree = !own.containsKey("Delimiter");
      if (prefix != null && prefix.startsWith(ownPrefix) && wholeTree) {
        changed.put("Prefix", prefix);
      }
      String ownAfter = (String) own.get("StartAfter");
      if (after != null && (ownAfter == null || KeyRanges.ORDER.compare(after, ownAfter) > 0)) {
        changed.put("StartAfter", after);
      }
      return set.with(changed);
    };
  }
}
