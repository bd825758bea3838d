package io.boto4j.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids, ARNs and tokens that both sides have returned: each pair has a stable name, such as
 * {@code <key-2>}, which stands for another value on each side.
 */
final class SavedValues {
  /** Shorter values, such as version "1", are not ids: replacing them would spoil other texts. */
  private static final int SHORTEST_ID = 8;

  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "|\\b(AKIA|ASIA|AIDA|AROA|AGPA|ANPA|AIPA)[A-Z0-9]{12,17}\\b"
              + "|(?<=:secret:[A-Za-z0-9!_. -]{1,20})-[A-Za-z0-9]{6}\\b");

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Map<String, String[]> pairs = new LinkedHashMap<>();
  private final Map<String, List<String>> pools = new LinkedHashMap<>();

  /** Saves a value of ours and its counterpart. */
  void save(String pool, String ours, String theirs) {
    for (String[] pair : pairs.values()) {
      if (pair[0].equals(ours) || pair[1].equals(theirs)) {
        return;
      }
    }
    List<String> names = pools.computeIfAbsent(pool, absent -> new ArrayList<>());
    String name = "<" + pool + "-" + (names.size() + 1) + ">";
    names.add(name);
    pairs.put(name, new String[] {ours, theirs});
  }

  /** Returns the stable name of a saved value; null if there is none. */
  @Nullable String any(String pool, Random random) {
    List<String> names = pools.getOrDefault(pool, List.of());
    return names.isEmpty() ? null : names.get(random.nextInt(names.size()));
  }

  /** Returns an input for a side, 0 for ours and 1 for theirs. */
  Object resolved(Object value, int side) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((key, each) -> members.put(text(key, side), resolved(each, side)));
      return members;
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(each -> elements.add(resolved(each, side)));
      return elements;
    }
    return value instanceof String ? scalar(text(value, side)) : value;
  }

  private String text(Object value, int side) {
    String text = String.valueOf(value);
    if (text.indexOf('<') >= 0) {
      for (Map.Entry<String, String[]> pair : pairs.entrySet()) {
        text = text.replace(pair.getKey(), pair.getValue()[side]);
      }
    }
    return text;
  }

  private Object scalar(String text) {
    if (text.startsWith("bytes:")) {
      return text.substring(6).getBytes(StandardCharsets.UTF_8);
    }
    if (text.startsWith("zip:")) {
      return ZipFiles.of("index.py", text.substring(4));
    }
    if (text.startsWith("time:")) {
      return start.plusSeconds(Long.parseLong(text.substring(5)));
    }
    if (text.startsWith("millis:")) {
      return start.plusSeconds(Long.parseLong(text.substring(7))).toEpochMilli();
    }
    return text;
  }

  /** Returns a text of a side with stable names in place of what is random. */
  String normalized(String text, int side) {
    List<Map.Entry<String, String[]>> longest = new ArrayList<>(pairs.entrySet());
    longest.sort(Comparator.comparingInt(pair -> -pair.getValue()[side].length()));
    String normalized = text;
    for (Map.Entry<String, String[]> pair : longest) {
      if (pair.getValue()[side].length() >= SHORTEST_ID) {
        normalized = normalized.replace(pair.getValue()[side], pair.getKey());
      }
    }
    return RANDOM.matcher(normalized).replaceAll("<random>");
  }
}
