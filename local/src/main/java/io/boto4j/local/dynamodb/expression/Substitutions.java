package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Value;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.engine.EngineException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names and values of a request that its expressions refer to, and which of them they use. */
public final class Substitutions {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * Reads the names and values.
   *
   * @param names the {@code ExpressionAttributeNames}, or null
   * @param values the {@code ExpressionAttributeValues}, or null
   * @throws EngineException if one of them is invalid
   */
  public Substitutions(@Nullable Map<?, ?> names, @Nullable Map<?, ?> values) {
    if (names != null) {
      checkKeys(names, "ExpressionAttributeNames", '#');
      names.forEach((key, name) -> this.names.put(String.valueOf(key), String.valueOf(name)));
    }
    if (values != null) {
      checkKeys(values, "ExpressionAttributeValues", ':');
      for (Map.Entry<?, ?> entry : values.entrySet()) {
        this.values.put(String.valueOf(entry.getKey()), value(entry));
      }
    }
  }

  private static Value value(Map.Entry<?, ?> entry) {
    try {
      return ValueReader.value(entry.getValue());
    } catch (EngineException e) {
      String message = e.serviceMessage();
      if (message.contains("set  may not be empty")) {
        throw e;
      }
      throw Failures.validation(
          "ExpressionAttributeValues contains invalid value: "
              + message
              + " for key "
              + entry.getKey());
    }
  }

  private static void checkKeys(Map<?, ?> map, String parameter, char first) {
    if (map.isEmpty()) {
      throw Failures.validation(parameter + " must not be empty");
    }
    for (Object each : map.keySet()) {
      String key = String.valueOf(each);
      boolean valid = key.length() > 1 && key.charAt(0) == first;
      for (int i = 1; i < key.length() && valid; i++) {
        char c = key.charAt(i);
        valid = c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
      }
      if (!valid) {
        throw Failures.validation(
            parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
      }
    }
  }

  /** Returns the name for a {@code #name}, or null if it does not exist. */
  @Nullable String name(String key) {
    used.add(key);
    return names.get(key);
  }

  /** Returns the value for a {@code :value}, or null if it does not exist. */
  @Nullable Value value(String key) {
    used.add(key);
    return values.get(key);
  }

  /**
   * Checks that all names and values were used.
   *
   * @throws EngineException if one was not
   */
  public void checkAllUsed() {
    checkUsed(names.keySet(), "ExpressionAttributeNames");
    checkUsed(values.keySet(), "ExpressionAttributeValues");
  }

  private void checkUsed(Set<String> keys, String parameter) {
    if (used.containsAll(keys)) {
      return;
    }
    Set<String> unused = new LinkedHashSet<>(keys);
    unused.removeAll(used);
    throw Failures.validation(
        "Value provided in "
            + parameter
            + " unused in expressions: keys: {"
            + String.join(", ", unused)
            + "}");
  }
}
