package io.boto4j.conformance;

import io.boto4j.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the outcomes of a call on both sides. A difference has a kind: the two codes, {@code
 * here: member} or {@code moto: member} for a member that only one side has, {@code count: member}
 * for lists of other lengths, {@code differs: member} for other values.
 */
final class OutcomeDiff {
  private static final Pattern ID = Pattern.compile("(Name|Key|Id|Arn)$");

  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final SavedValues saved;
  private final Set<String> changing;
  private final Set<String> ordered;

  private OutcomeDiff(Vocabulary vocabulary, SavedValues saved) {
    this.saved = saved;
    this.changing = vocabulary.names("volatile");
    this.ordered = vocabulary.names("ordered");
  }

  /** Returns the differences, by kind, each with the two values. */
  static Map<String, String> of(
      Vocabulary vocabulary, SavedValues saved, Outcome ours, Outcome theirs) {
    OutcomeDiff diff = new OutcomeDiff(vocabulary, saved);
    if (!ours.kind().equals(theirs.kind())) {
      diff.kinds.put(
          ours.kind() + ", moto: " + theirs.kind(), ours.message() + " | " + theirs.message());
    } else if (ours.succeeded()) {
      diff.values("", diff.normal("", ours.output(), 0), diff.normal("", theirs.output(), 1));
    }
    return diff.kinds;
  }

  /** Returns a tree in which what is random has a stable name, and what is empty is absent. */
  private @Nullable Object normal(String name, @Nullable Object value, int side) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new TreeMap<>();
      map.forEach(
          (key, each) -> {
            String member = saved.normalized(String.valueOf(key), side);
            Object normal = normal(member, each, side);
            if (normal != null) {
              members.put(member, changing.contains(member) ? "<volatile>" : normal);
            }
          });
      return members.isEmpty() ? null : members;
    }
    if (value instanceof Collection<?> list) {
      List<Object> elements = new ArrayList<>();
      for (Object each : list) {
        Object normal = normal(name, each, side);
        elements.add(normal == null ? "" : normal);
      }
      if (!ordered.contains(name)) {
        elements.sort(Comparator.comparing(OutcomeDiff::id).thenComparing(Trees::text));
      }
      return elements.isEmpty() ? null : elements;
    }
    if (value instanceof String text) {
      return text.isEmpty() ? null : text(text, side);
    }
    return value instanceof Instant ? "<time>" : value;
  }

  /** Returns what names an element of a list, so that two lists have the same order. */
  private static String id(Object element) {
    Map<Object, Object> names = new TreeMap<>();
    Vocabulary.map(element)
        .forEach(
            (name, value) -> {
              if (ID.matcher(String.valueOf(name)).find()) {
                names.put(name, value);
              }
            });
    return Trees.text(names);
  }

  /** Policies and the like are texts of JSON, in which spaces and the order do not count. */
  private Object text(String text, int side) {
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        Object normal = normal("", Json.read(text), side);
        return normal == null ? text : normal;
      } catch (RuntimeException e) {
        return saved.normalized(text, side);
      }
    }
    return saved.normalized(text, side);
  }

  private void values(String path, @Nullable Object ours, @Nullable Object theirs) {
    if (ours instanceof Map<?, ?> || theirs instanceof Map<?, ?>) {
      if (path.isEmpty() || (ours instanceof Map<?, ?> && theirs instanceof Map<?, ?>)) {
        members(path, Vocabulary.map(ours), Vocabulary.map(theirs));
        return;
      }
    }
    if (ours instanceof List<?> left && theirs instanceof List<?> right) {
      elements(path, left, right);
    } else if (!Trees.same(ours, theirs)) {
      put("differs: " + path, ours, theirs);
    }
  }

  private void members(String path, Map<?, ?> ours, Map<?, ?> theirs) {
    ours.forEach(
        (name, value) -> {
          String member = path.isEmpty() ? String.valueOf(name) : path + "." + name;
          if (theirs.get(name) == null) {
            put("here: " + member, value, null);
          } else {
            values(member, value, theirs.get(name));
          }
        });
    theirs.forEach(
        (name, value) -> {
          if (ours.get(name) == null) {
            put("moto: " + (path.isEmpty() ? "" : path + ".") + name, null, value);
          }
        });
  }

  private void elements(String path, List<?> ours, List<?> theirs) {
    if (ours.size() != theirs.size()) {
      put("count: " + path, ours, theirs);
      return;
    }
    for (int i = 0; i < ours.size(); i++) {
      values(path + "[]", ours.get(i), theirs.get(i));
    }
  }

  private void put(String kind, @Nullable Object ours, @Nullable Object theirs) {
    kinds.putIfAbsent(kind, Trees.text(ours) + " | " + Trees.text(theirs));
  }
}
