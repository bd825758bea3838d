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
    String after = decode(input.text("Marker"));
    Integer wanted = input.integer("MaxItems");
    int max = wanted == null ? DEFAULT : wanted;
    List<Object> page = new ArrayList<>();
    String last = "";
    boolean more = false;
    for (T item : sorted) {
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
    return Params.of(
        member, page, "IsTruncated", more, "Marker", more ? encode(last) : null);
  }

  static Params of(Structure input, String member, List<Structure> items, String key) {
    return of(input, member, items, item -> item.text(key), item -> item);
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
