package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists in pages. A marker carries the key of the last item, so that items can go in between. */
final class Pages {
  private static final int DEFAULT = 100;

  private Pages() {}

  /**
   * Returns one page.
   *
   * @param input has {@code Marker} and {@code MaxItems}
   * @param member the name of the list in the output
   * @param items all items
   * @param key the key by which the items are in order
   * @param view an item as the output has it
   */
  static <T> Params of(
      Structure input,
      String member,
      List<T> items,
      Function<T, @Nullable String> key,
      Function<T, ?> view) {
    List<T> sorted = new ArrayList<>(items);
    Function<T, String> sure = item -> String.valueOf(key.apply(item));
    sorted.sort(Comparator.comparing(sure));
    String marker = input.text("Marker");
    int skipped = 0;
    String after = null;
    if (marker != null && isNumber(marker)) {
      skipped = Integer.parseInt(marker);
    } else {
      after = decode(marker);
    }
    Integer wanted = input.integer("MaxItems");
    int max = wanted == null ? DEFAULT : wanted;
    List<Object> page = new ArrayList<>();
    String last = "";
    boolean more = false;
    for (T item : sorted.subList(Math.min(skipped, sorted.size()), sorted.size())) {
      String itsKey = sure.apply(item);
      if (after != null && itsKey.compareTo(after) <= 0) {
        continue;
      }
      if (page.size() == max) {
        more = true;
        break;
      }
      page.add(view.apply(item));
      last = itsKey;
    }
    return Params.of(member, page, "IsTruncated", more, "Marker", more ? encode(last) : null);
  }

  /** Returns one page of a list that stays in its order; its markers are numbers. */
  static Params numbered(Structure input, String member, List<?> items) {
    String marker = input.text("Marker");
    Integer max = input.integer("MaxItems");
    int from = marker == null ? 0 : isNumber(marker) ? Integer.parseInt(marker) : -1;
    if (from < 0 || from > items.size()) {
      throw IamErrors.validation("Invalid Marker.");
    }
    int to = Math.min(items.size(), from + (max == null ? DEFAULT : max));
    boolean more = to < items.size();
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "IsTruncated",
        more,
        "Marker",
        more ? String.valueOf(to) : null);
  }

  private static boolean isNumber(String marker) {
    return marker.matches("\\d{1,8}");
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("v1" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String decode(@Nullable String marker) {
    if (marker == null) {
      return null;
    }
    try {
      String key = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
      if (key.startsWith("v1")) {
        return key.substring(2);
      }
    } catch (IllegalArgumentException e) {
      throw IamErrors.validation("Invalid Marker.");
    }
    throw IamErrors.validation("Invalid Marker.");
  }
}
