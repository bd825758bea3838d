package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists in pages. A marker carries the key of the last element of the page before. */
final class Pages {
  private static final int LEAST = 20;
  private static final int MOST = 100;

  private Pages() {}

  /**
   * Returns one page.
   *
   * @param input has {@code Marker} and {@code MaxRecords}
   * @param member the name of the list in the output
   * @param items all items in the order of their keys
   * @param key returns the key of an item
   * @param view returns an item as the output has it
   */
  static Params of(
      Structure input,
      String member,
      List<Structure> items,
      Function<Structure, String> key,
      Function<Structure, ?> view) {
    Integer wanted = input.integer("MaxRecords");
    if (wanted != null && (wanted < LEAST || wanted > MOST)) {
      throw RdsErrors.invalid(
          "Invalid value " + wanted + " for MaxRecords. Must be between " + LEAST + " and " + MOST);
    }
    int max = wanted == null ? MOST : wanted;
    String after = decode(input.text("Marker"));
    boolean skipping = after != null;
    List<Object> page = new ArrayList<>();
    String last = "";
    for (Structure item : items) {
      String itsKey = key.apply(item);
      if (skipping && after != null) {
        skipping = itsKey.compareTo(after) < 0;
        if (itsKey.compareTo(after) <= 0) {
          continue;
        }
      }
      if (page.size() == max) {
        return Params.of(member, page, "Marker", encode(last));
      }
      page.add(view.apply(item));
      last = itsKey;
    }
    return Params.of(member, page);
  }

  /** Returns one page of a list that has its own order. */
  static Params numbered(Structure input, String member, List<?> items) {
    Integer wanted = input.integer("MaxRecords");
    int max = wanted == null ? MOST : wanted;
    String after = decode(input.text("Marker"));
    int from = after != null && after.matches("\\d{1,8}") ? Integer.parseInt(after) : 0;
    int first = Math.min(from, items.size());
    int end = Math.min(items.size(), first + max);
    return Params.of(
        member,
        List.copyOf(items.subList(first, end)),
        "Marker",
        end < items.size() ? encode(Integer.toString(end)) : null);
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("v1" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String decode(@Nullable String marker) {
    if (marker == null || marker.isEmpty()) {
      return null;
    }
    try {
      String key = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
      if (key.startsWith("v1")) {
        return key.substring(2);
      }
    } catch (IllegalArgumentException e) {
      throw RdsErrors.invalid("Cannot parse the marker: " + marker);
    }
    throw RdsErrors.invalid("Cannot parse the marker: " + marker);
  }
}
