package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.List;

/** Lists in pages. A marker is the number of the next item. */
final class Pages {
  private Pages() {}

  static Params of(Structure input, String member, List<?> items, int most) {
    Integer limit = input.integer("Limit");
    String marker = input.text("Marker");
    if (marker != null && !marker.matches("\\d{1,8}")) {
      throw new EngineException("InvalidMarkerException", "Could not deserialize marker.");
    }
    int from = marker == null ? 0 : Math.min(items.size(), Integer.parseInt(marker));
    int to = Math.min(items.size(), from + (limit == null ? most : limit));
    boolean more = to < items.size();
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "Truncated",
        more,
        "NextMarker",
        more ? String.valueOf(to) : null);
  }
}
