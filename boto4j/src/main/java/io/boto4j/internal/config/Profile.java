package io.boto4j.internal.config;

import io.boto4j.internal.text.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named section of the shared files: a profile, or an {@code sso-session} or {@code services}
 * section, which have the same form.
 *
 * <p>Immutable. Its string form is the name only, since values may be secrets.
 */
public final class Profile {
  private final String name;

  /** Raw values by lower-case key; the value of a nested block begins with a line feed. */
  private final Map<String, String> entries;

  Profile(String name, Map<String, String> entries) {
    this.name = name;
    this.entries = entries;
  }

  /**
   * The name of the profile.
   *
   * @return the name, without prefix and quotes
   */
  public String name() {
    return name;
  }

  /**
   * A value of the profile.
   *
   * @param key the key, in lower case
   * @return the value, which may be empty, or null if there is none or it is a nested block
   */
  public @Nullable String value(String key) {
    String value = entries.get(key);
    return value == null || isNested(value) ? null : value;
  }

  /**
   * A nested block of the profile, such as {@code s3}, or a service in a {@code services} section.
   * A nested block is a value that starts on the line after its key.
   *
   * @param key the key, in lower case
   * @return the {@code name = value} lines of the block, in order and with names as written; empty
   *     if there is no block
   */
  public Map<String, String> nested(String key) {
    String value = entries.get(key);
    if (value == null || !isNested(value)) {
      return Map.of();
    }
    Map<String, String> block = new LinkedHashMap<>();
    int start = 1;
    while (start <= value.length()) {
      int feed = value.indexOf('\n', start);
      int end = feed < 0 ? value.length() : feed;
      int equals = value.indexOf('=', start);
      // Only blank lines have none: the parser rejects any other line without one.
      if (equals >= 0 && equals < end) {
        block.put(IniText.strip(value, start, equals), IniText.strip(value, equals + 1, end));
      }
      start = end + 1;
    }
    return Collections.unmodifiableMap(block);
  }

  /**
   * The keys of the profile.
   *
   * @return the keys of values and of nested blocks, in lower case and in order
   */
  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** Returns this profile merged with another, whose keys take precedence. */
  Profile under(Profile stronger) {
    Map<String, String> merged = new LinkedHashMap<>(entries);
    merged.putAll(stronger.entries);
    return new Profile(name, merged);
  }

  private static boolean isNested(String value) {
    return !value.isEmpty() && value.charAt(0) == '\n';
  }

  @Override
  public String toString() {
    return "Profile[" + Printable.of(name) + "]";
  }
}
