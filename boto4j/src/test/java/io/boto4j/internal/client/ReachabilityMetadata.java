package io.boto4j.internal.client;

import io.boto4j.model.codec.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file for GraalVM's native-image, checked by the structure of GraalVM's schema, version 1.2.0 of
 * {@code reachability-metadata-schema}: known keys, required keys, types.
 */
final class ReachabilityMetadata {
  private static final Set<String> FLAGS =
      Set.of(
          "allDeclaredMethods",
          "allDeclaredFields",
          "allDeclaredConstructors",
          "allPublicMethods",
          "allPublicFields",
          "allPublicConstructors",
          "unsafeAllocated",
          "serializable",
          "jniAccessible");

  private final Map<?, ?> content;
  private final List<String> problems = new ArrayList<>();

  private ReachabilityMetadata(Map<?, ?> content) {
    this.content = content;
  }

  static ReachabilityMetadata read(byte[] json) {
    JsonReader reader = new JsonReader(json);
    Map<?, ?> content = (Map<?, ?>) reader.readValue();
    reader.end();
    return new ReachabilityMetadata(content);
  }

  /** The entries of {@code reflection}. */
  List<Map<?, ?>> reflection() {
    return entries("reflection");
  }

  /** The patterns of {@code resources}. */
  List<String> globs() {
    return entries("resources").stream().map(each -> (String) each.get("glob")).toList();
  }

  private List<Map<?, ?>> entries(String key) {
    List<Map<?, ?>> entries = new ArrayList<>();
    if (content.get(key) instanceof List<?> list) {
      for (Object each : list) {
        entries.add((Map<?, ?>) each);
      }
    }
    return entries;
  }

  /** Returns what the schema forbids; empty for a valid file. */
  List<String> problems() {
    problems.clear();
    keys("", content, Set.of("comment", "reflection", "resources", "foreign"), Set.of());
    texts("comment", content.get("comment"));
    list("reflection", content.get("reflection"), this::reflection);
    list("resources", content.get("resources"), this::resource);
    return List.copyOf(problems);
  }

  private interface Check {
    void entry(String place, Map<?, ?> entry);
  }

  private void list(String place, Object value, Check check) {
    if (value == null) {
      return;
    }
    if (!(value instanceof List<?> entries)) {
      problems.add(place + " is not a list");
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      String at = place + "[" + i + "]";
      if (entries.get(i) instanceof Map<?, ?> entry) {
        check.entry(at, entry);
      } else {
        problems.add(at + " is not an object");
      }
    }
  }

  private void reflection(String place, Map<?, ?> entry) {
    Set<String> known = new HashSet<>(FLAGS);
    known.addAll(List.of("reason", "condition", "type", "methods", "fields"));
    keys(place, entry, known, Set.of("type"));
    common(place, entry);
    type(place + ".type", entry.get("type"));
    for (String flag : FLAGS) {
      if (entry.get(flag) != null && !(entry.get(flag) instanceof Boolean)) {
        problems.add(place + "." + flag + " is not a boolean");
      }
    }
    list(place + ".methods", entry.get("methods"), this::method);
    list(
        place + ".fields",
        entry.get("fields"),
        (at, field) -> keys(at, field, Set.of("name"), Set.of("name")));
  }

  private void method(String place, Map<?, ?> entry) {
    keys(place, entry, Set.of("name", "parameterTypes"), Set.of("name"));
    if (entry.get("parameterTypes") != null) {
      strings(place + ".parameterTypes", entry.get("parameterTypes"));
    }
  }

  private void resource(String place, Map<?, ?> entry) {
    String kind = entry.containsKey("bundle") ? "bundle" : "glob";
    keys(place, entry, Set.of("reason", "condition", "module", kind), Set.of(kind));
    common(place, entry);
    if (!(entry.get(kind) instanceof String)) {
      problems.add(place + "." + kind + " is not a text");
    }
  }

  private void common(String place, Map<?, ?> entry) {
    texts(place + ".reason", entry.get("reason"));
    if (entry.get("condition") instanceof Map<?, ?> condition) {
      keys(place + ".condition", condition, Set.of("typeReached"), Set.of("typeReached"));
      type(place + ".condition.typeReached", condition.get("typeReached"));
    } else if (entry.get("condition") != null) {
      problems.add(place + ".condition is not an object");
    }
  }

  private void type(String place, Object value) {
    if (value instanceof Map<?, ?> described) {
      keys(place, described, Set.of("proxy"), Set.of("proxy"));
      strings(place + ".proxy", described.get("proxy"));
    } else if (!(value instanceof String)) {
      problems.add(place + " is not a type");
    }
  }

  private void texts(String place, Object value) {
    if (value instanceof List<?>) {
      strings(place, value);
    } else if (value != null && !(value instanceof String)) {
      problems.add(place + " is not a text");
    }
  }

  private void strings(String place, Object value) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      problems.add(place + " is not a list of texts");
    }
  }

  private void keys(String place, Map<?, ?> entry, Set<String> known, Set<String> required) {
    for (Object key : entry.keySet()) {
      if (!known.contains(key)) {
        problems.add(place + " has the unknown key " + key);
      }
    }
    for (String key : required) {
      if (!entry.containsKey(key)) {
        problems.add(place + " lacks the key " + key);
      }
    }
  }
}
